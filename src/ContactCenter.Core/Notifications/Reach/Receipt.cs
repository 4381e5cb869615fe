using System.Text.Json;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Notifications.Notices;

namespace ContactCenter.Core.Notifications.Reach;

/// <summary>What became of the last test at one endpoint.</summary>
/// <param name="Audience">Name of the audience or schedule.</param>
/// <param name="Person">Whose it is, where an on-call schedule or the endpoint says so; else null.</param>
/// <param name="Channel">The channel.</param>
/// <param name="To">The address.</param>
/// <param name="At">When it was tested.</param>
/// <param name="Outcome">What it amounts to.</param>
/// <param name="Words">By whom it was accepted, why it was refused, or why nobody can know.</param>
/// <param name="Id">Under which the other side knows it; null where it says none.</param>
/// <param name="By">Who asked for the test; null: the week.</param>
public sealed record Receipt(
    string Audience,
    string? Person,
    Channel Channel,
    string To,
    DateTimeOffset At,
    NoticeOutcome Outcome,
    string Words,
    string? Id,
    string? By)
{
    /// <summary>Id of the request that was answered by it (<see cref="ReachRequest.Id"/>); null: the week.</summary>
    public string? Request { get; init; }

    /// <summary>As one text, for a memory.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, ReceiptJson.Default.Receipt);

    /// <summary>The receipt of a text that <see cref="ToString"/> made; null for anything else.</summary>
    public static Receipt? Parse(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize(text, ReceiptJson.Default.Receipt);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>An endpoint that can be tested, as the configuration has it.</summary>
/// <param name="Audience">Name of the audience or schedule.</param>
/// <param name="Person">Who takes turns there; null: nobody, it is an audience.</param>
/// <param name="Endpoint">The endpoint.</param>
public sealed record TestedEndpoint(string Audience, OnCallParticipant? Person, Endpoint Endpoint)
{
    /// <summary>
    /// What tells it from others. E-mail and text messages go by the topic of their audience, so one address in two audiences is two
    /// endpoints; all other channels are one wherever they stand, by address and secret.
    /// </summary>
    public string Key => Endpoint.Channel is Channel.Email or Channel.Sms
        ? $"{Endpoint.Channel} {Endpoint.To} {Audience}"
        : $"{Endpoint.Channel} {Endpoint.To.TrimStart('#').ToUpperInvariant()} {Endpoint.Secret}";

    /// <summary>Under which its last receipt is remembered.</summary>
    public string NoteName => $"reach-{Fingerprint.Of(Key)}";

    /// <summary>Whose it is, or null.</summary>
    public string? Owner => Endpoint.Name ?? Person?.Name;

    /// <summary>Every endpoint of a configuration, each once, fallbacks among them: they are needed when the rest is broken.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="audience">Only those of this audience or schedule; null: all.</param>
    public static IReadOnlyList<TestedEndpoint> All(ContactCenterConfiguration configuration, string? audience = null)
    {
        return
        [
            .. Each(configuration).Where(one => audience is null || one.Audience == audience)
                .DistinctBy(static one => one.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>Every endpoint as often as it stands in a configuration: people may share one with others and with an audience.</summary>
    internal static IEnumerable<TestedEndpoint> Each(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.Audiences
            .SelectMany(static audience => audience.Value.Select(endpoint => new TestedEndpoint(audience.Key, null, endpoint)))
            .Concat(configuration.OnCall.SelectMany(static schedule => schedule.Value.Participants.SelectMany(person =>
                person.Endpoints.Select(endpoint => new TestedEndpoint(schedule.Key, person, endpoint)))));
    }
}

/// <summary>How receipts are stored.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(ReachRequest))]
internal sealed partial class ReceiptJson : JsonSerializerContext;
