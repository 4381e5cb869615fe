using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Contacts.Routing;

/// <summary>
/// Which agents of the queue are looked for, in steps that ask for less and less; after the last one any agent of the queue will do. As
/// Amazon Connect's routing criteria (API reference, RoutingCriteriaInput).
/// </summary>
/// <param name="Steps">The steps, or none: any agent at once. Amazon Connect takes at most five.</param>
public sealed record RoutingCriteria(IReadOnlyList<RoutingStep> Steps)
{
    /// <summary>A language is spoken well enough from here on.</summary>
    private const int Fluent = 3;

    /// <summary>The least of a proficiency.</summary>
    private const int MinimumLevel = 1;

    private const double ShareOfPromise = 0.1;

    /// <summary>
    /// Seconds of a step at least: a shorter one finds only agents who are free already, and the next step finds them too.
    /// </summary>
    private const int MinimumSeconds = 5;

    /// <summary>Any agent.</summary>
    public static RoutingCriteria None { get; } = new([]);

    /// <summary>
    /// Criteria for a contact: the skill at its level, then a bit of it, then the language alone. Together they take at most a tenth of
    /// what the contact is promised: an agent who is less skilled and free is better than none (measured in bench/ContactCenter.Routing).
    /// Where that is too short for all of them the later ones are left out; one step is always taken.
    /// </summary>
    public static RoutingCriteria For(RoutingNeed need, TopicRoute? route, RoutingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(settings);
        var language = need.Language is { } code && settings.Languages.Contains(code)
            ? new Proficiency(settings.LanguageAttribute, code, Fluent)
            : null;
        var levels = route?.Skill is null ? [] : route.Level > MinimumLevel ? new[] { route.Level, MinimumLevel } : [MinimumLevel];
        List<Proficiency[]> asked =
        [
            .. levels.Select(level => With(new Proficiency(settings.SkillAttribute, route!.Skill!, level), language))
        ];
        if (language is not null)
        {
            asked.Add([language]);
        }

        if (asked.Count == 0)
        {
            return None;
        }

        var promise = ContactPriority.Promise(need, settings) ?? settings.AnswerWithin;
        var patience = promise.TotalSeconds * ShareOfPromise;
        var steps = Math.Clamp((int)(patience / MinimumSeconds), 1, asked.Count);
        var each = Math.Max(MinimumSeconds, (int)Math.Min(settings.RelaxEvery.TotalSeconds, patience / steps));
        return new RoutingCriteria([.. asked.Take(steps).Select(step => new RoutingStep(step, each))]);
    }

    /// <summary>The criteria as Amazon Connect reads them.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray(nameof(Steps));
            foreach (var step in Steps)
            {
                step.WriteTo(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The criteria in words: <c>Skill Cards 4, Language de 3 for 20 s; …</c>.</summary>
    public override string ToString() => Steps.Count == 0
        ? "any agent"
        : string.Join("; ", Steps.Select(static step => string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join(", ", step.Asked.Select(static one => $"{one.Attribute} {one.Value} {one.Level}"))} for {step.Seconds} s")));

    private static Proficiency[] With(Proficiency skill, Proficiency? language) => language is null ? [skill] : [skill, language];
}

/// <summary>What an agent has to know, and how well.</summary>
/// <param name="Attribute">Name of the predefined attribute.</param>
/// <param name="Value">Its value.</param>
/// <param name="Level">Lowest level, 1 to 5.</param>
public sealed record Proficiency(string Attribute, string Value, int Level);
