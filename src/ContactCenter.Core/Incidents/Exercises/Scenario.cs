using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Incidents.Exercises;

/// <summary>What an exercise plays: alarms of the catalog, each with a time.</summary>
public sealed record Scenario
{
    /// <summary>Most events.</summary>
    public const int MaximumEvents = 50;

    /// <summary>Its name, such as <c>table-throttled</c>.</summary>
    [Description("Its name: small letters, digits and dashes, such as table-throttled.")]
    public required string Name { get; set; }

    /// <summary>What is practised by it, such as <c>table</c>: by kind it is said what somebody should practise next.</summary>
    [Description("What is practised by it, such as table.")]
    public required string Kind { get; set; }

    /// <summary>What it is, in a few words, by language; <c>en</c> stands for those that are not there.</summary>
    [Description("What it is, in a few words, by language.")]
    public required ImmutableSortedDictionary<string, string> Title { get; set; }

    /// <summary>When it is over at the latest; null: when every exercise is.</summary>
    [Description("When it is over at the latest, such as 40m; exercises.limit where nothing is said.")]
    public TimeSpan? Limit { get; set; }

    /// <summary>What people are expected to do.</summary>
    [Description("What people are expected to do, beside taking it.")]
    public ScenarioExpectations Expects { get; set; } = new();

    /// <summary>What happens, in any order.</summary>
    [Description("What happens, at most 50 events.")]
    public required ImmutableArray<ScenarioEvent> Events { get; set; }

    /// <summary>The title in a language.</summary>
    public string TitleIn(string language) =>
        Title.GetValueOrDefault(language) ?? Title.GetValueOrDefault("en") ?? Title.Values.FirstOrDefault() ?? Name;

    /// <summary>Reads a scenario.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="JsonException">It is not JSON, or a member is missing, unknown or of another kind.</exception>
    public static Scenario Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, ScenarioJson.Default.Scenario) ?? throw new JsonException("a scenario is an object");
}

/// <summary>What people are expected to do in an exercise; that somebody takes it is expected always.</summary>
public sealed record ScenarioExpectations
{
    /// <summary>How many steps the runbook has that can be ticked; 0: none is expected.</summary>
    [Description("How many steps the runbook has that can be ticked.")]
    public int Steps { get; set; }

    /// <summary>Roles that somebody takes.</summary>
    [Description("Roles that somebody takes.")]
    public ImmutableArray<IncidentRole> Roles { get; set; } = [];

    /// <summary>True when it is handed over.</summary>
    [Description("True: it is handed over.")]
    public bool HandOver { get; set; }

    /// <summary>True when those who wait are told.</summary>
    [Description("True: those who wait are told.")]
    public bool Stakeholders { get; set; }
}

/// <summary>An alarm changes.</summary>
public sealed record ScenarioEvent
{
    /// <summary>How long after the begin.</summary>
    [Description("How long after the begin, such as 5m.")]
    public TimeSpan After { get; set; }

    /// <summary>Id of the alarm in the catalog.</summary>
    [Description("Id of an alarm of the catalog, such as queue-wait-time.")]
    public required string Alarm { get; set; }

    /// <summary>The queue, table, … by name; null: by <see cref="Number"/>.</summary>
    [Description("The queue, table, … by name; the one of this number where nothing is said.")]
    public string? Resource { get; set; }

    /// <summary>
    /// The first, second, … of what the configuration watches by this alarm; where there are fewer, the event is left out.
    /// </summary>
    [Description("The first, second, … of what the configuration watches by this alarm.")]
    public int Number { get; set; } = 1;

    /// <summary>The state that it takes.</summary>
    [Description("alarm turns it red, ok ends that.")]
    public ScenarioState State { get; set; }

    /// <summary>The value that it tells; null: one that is as far beyond the threshold as half of it.</summary>
    [Description("The value that it tells; one beyond the threshold where nothing is said.")]
    public double? Value { get; set; }
}

/// <summary>A state that an alarm takes in a scenario.</summary>
[JsonConverter(typeof(NamedEnumConverter<ScenarioState>))]
public enum ScenarioState
{
    /// <summary>It turns red.</summary>
    Alarm,

    /// <summary>It is OK.</summary>
    Ok,
}

/// <summary>How scenarios are read.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    MaxDepth = 16,
    Converters = [typeof(DurationConverter), typeof(CamelCaseEnumConverter<IncidentRole>), typeof(CamelCaseEnumConverter<ScenarioState>)])]
[JsonSerializable(typeof(Scenario))]
internal sealed partial class ScenarioJson : JsonSerializerContext;
