using System.Globalization;
using System.Text.Json;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Contacts.Routing;

/// <summary>Where a contact goes, when it is its turn, and why.</summary>
public sealed record RoutingDecision
{
    /// <summary>The instance; it knows the ARNs of its queues.</summary>
    public required ConnectInstance Instance { get; init; }

    /// <summary>The queue.</summary>
    public required QueueSettings Queue { get; init; }

    /// <summary>Why it.</summary>
    public required RoutingKind Kind { get; init; }

    /// <summary>When it is the contact's turn.</summary>
    public required ContactPriority Priority { get; init; }

    /// <summary>The skill that helps most, or null.</summary>
    public string? Skill { get; init; }

    /// <summary>Level of it that is looked for first.</summary>
    public int? SkillLevel { get; init; }

    /// <summary>The language, when agents have a proficiency for it.</summary>
    public string? Language { get; init; }

    /// <summary>Which agents are looked for.</summary>
    public RoutingCriteria Criteria { get; init; } = RoutingCriteria.None;

    /// <summary>Predicted wait, or null when it is not known.</summary>
    public TimeSpan? PredictedWait { get; init; }

    /// <summary>True when the customer should be asked whether to be called back.</summary>
    public bool OffersCallback { get; init; }

    /// <summary>True within business hours, and for an emergency whenever agents are there.</summary>
    public bool IsOpen { get; init; }

    /// <summary>True when the decision rests on the state of the queues.</summary>
    public bool KnowsQueues { get; init; }

    /// <summary>Why, in words that hold nothing of the customer's.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The decision as a flow reads it.</summary>
    /// <param name="isDefault">True for the prepared answer.</param>
    public HookAnswer ToHookAnswer(bool isDefault = false) => new()
    {
        Decision = isDefault ? "default" : Word(Kind),
        IsDefault = isDefault,
        Values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["status"] = isDefault ? "default" : "ok",
            ["decision"] = Word(Kind),
            ["queue"] = Queue.Name,
            ["queueArn"] = Queue.Id is { } id ? Instance.QueueArn(id) : null,
            ["priority"] = Number(Priority.Level),
            ["timeAdjustmentSeconds"] = Number((int)Priority.HeadStart.TotalSeconds),
            ["ordering"] = Priority.IsEmergency ? "priority" : "time",
            ["skill"] = Skill,
            ["skillLevel"] = Skill is null ? null : Number(SkillLevel ?? 1),
            ["language"] = Language,
            ["criteria"] = YesNo(Criteria.Steps.Count > 0),
            ["open"] = YesNo(IsOpen),
            ["callback"] = YesNo(OffersCallback),
            ["predictedWaitSeconds"] = PredictedWait is { } wait ? Number((int)Math.Round(wait.TotalSeconds)) : "unknown",
            ["predictedWaitMinutes"] = PredictedWait is { } rounded ? Number((int)Math.Ceiling(rounded.TotalMinutes)) : "unknown",
            ["queueState"] = KnowsQueues ? "known" : "unknown",
        },
        Notes = new Dictionary<string, string?>(StringComparer.Ordinal) { ["reasons"] = string.Join("; ", Reasons) },
        Objects = new Dictionary<string, string?>(StringComparer.Ordinal) { ["RoutingCriteria"] = Criteria.ToJson() },
        Reasons = [$"queue {Queue.Name}", .. Reasons],
        Metrics =
        [
            new HookMetric("ContactsRouted", "Count", 1, "QueueName", Queue.Name),
            new HookMetric("CallbacksOffered", "Count", OffersCallback ? 1 : 0, "QueueName", Queue.Name)
        ],
    };

    private static string Word(RoutingKind kind) => kind switch
    {
        RoutingKind.Preferred => "preferred",
        RoutingKind.Overflow => "overflow",
        RoutingKind.Incident => "incident",
        RoutingKind.Unstaffed => "unstaffed",
        _ => "closed",
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string YesNo(bool value) => value ? "yes" : "no";
}

/// <summary>Why a contact goes to its queue.</summary>
public enum RoutingKind
{
    /// <summary>It is the queue of the topic, or the one that the flow asked for, or the default one.</summary>
    Preferred,

    /// <summary>Another queue serves sooner.</summary>
    Overflow,

    /// <summary>The preferred queue is broken.</summary>
    Incident,

    /// <summary>Nobody serves any queue that would do.</summary>
    Unstaffed,

    /// <summary>The center is closed.</summary>
    Closed,
}

/// <summary>One step of routing criteria.</summary>
/// <param name="Asked">What an agent has to know, all of it.</param>
/// <param name="Seconds">How long such an agent is looked for, in seconds.</param>
public sealed record RoutingStep(IReadOnlyList<Proficiency> Asked, int Seconds)
{
    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("Expression");
        if (Asked.Count == 1)
        {
            WriteCondition(json, Asked[0]);
        }
        else
        {
            json.WriteStartArray("AndExpression");
            foreach (var one in Asked)
            {
                json.WriteStartObject();
                WriteCondition(json, one);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteStartObject("Expiry");
        json.WriteNumber("DurationInSeconds", Seconds);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCondition(Utf8JsonWriter json, Proficiency one)
    {
        json.WriteStartObject("AttributeCondition");
        json.WriteString("Name", one.Attribute);
        json.WriteString("Value", one.Value);
        json.WriteNumber("ProficiencyLevel", one.Level);
        json.WriteString("ComparisonOperator", "NumberGreaterOrEqualTo");
        json.WriteEndObject();
    }
}
