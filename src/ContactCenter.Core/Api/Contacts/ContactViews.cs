using System.ComponentModel;
using System.Text.Json.Serialization;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Contacts.Surveys;

namespace ContactCenter.Core.Api.Contacts;

/// <summary>What contacts were about.</summary>
/// <param name="Items">The days, the oldest first; a day of which nothing was heard is not there.</param>
public sealed record TopicDayList(IReadOnlyList<TopicDayView> Items);

/// <summary>A day.</summary>
/// <param name="Day">The day, UTC.</param>
/// <param name="Topics">What its contacts were about.</param>
public sealed record TopicDayView(DateOnly Day, IReadOnlyList<TopicView> Topics);

/// <summary>A topic on a day.</summary>
/// <param name="Topic">The topic, or what counts contacts without one (<see cref="TopicAnswer.IsTopic"/>).</param>
/// <param name="Contacts">How many contacts.</param>
/// <param name="Sentiment">How they sounded on average, -1 to 1; absent where nobody knows.</param>
/// <param name="Scored">Contacts on which that rests.</param>
public sealed record TopicView(string Topic, long Contacts, double? Sentiment, long Scored);

/// <summary>What customers said afterwards.</summary>
/// <param name="Items">The surveys, the newest first.</param>
public sealed record SurveyList(IReadOnlyList<Survey> Items);

/// <summary>Contacts of which the classifier was not sure.</summary>
/// <param name="Items">The contacts, the newest first.</param>
public sealed record UnsureList(IReadOnlyList<UnsureView> Items);

/// <summary>Such a contact.</summary>
/// <param name="Id">Its name here.</param>
/// <param name="Text">What the customer said or wrote, personal data masked.</param>
/// <param name="Topics">The most probable topics, the first one first.</param>
/// <param name="Language">Two-letter code, or absent.</param>
/// <param name="At">When.</param>
public sealed record UnsureView(string Id, string Text, IReadOnlyList<string> Topics, string? Language, DateTimeOffset At)
{
    /// <summary>The view of a contact.</summary>
    internal static UnsureView Of(UnsureContact contact) => new(contact.Id, contact.Text, contact.Topics, contact.Language, contact.At);
}

/// <summary>What somebody says that a contact was about.</summary>
/// <param name="Topic">The topic, as it is called; <c>out_of_scope</c> for none of them.</param>
public sealed record TopicBody([property: Description("A topic that is known, or out_of_scope for none of them.")] string? Topic);

/// <summary>What the next retraining learns.</summary>
/// <param name="ContactId">The contact.</param>
/// <param name="Topic">What it was about.</param>
public sealed record CorrectedContact(string ContactId, string Topic);

/// <summary>Answers about contacts.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(TopicDayList))]
[JsonSerializable(typeof(SurveyList))]
[JsonSerializable(typeof(UnsureList))]
[JsonSerializable(typeof(TopicBody))]
[JsonSerializable(typeof(CorrectedContact))]
internal sealed partial class ContactJson : JsonSerializerContext;
