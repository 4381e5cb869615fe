using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Contacts.Outcomes;

/// <summary>
/// By which step of its routing criteria an agent took a contact (administrator guide, contact events, <c>routingCriteria</c>): the level
/// of the skill that the agent has at least.
/// </summary>
/// <param name="At">When.</param>
/// <param name="Asked">The level that was looked for first.</param>
/// <param name="Met">The level that the step asked for which the agent met; 0: none, any agent of the queue.</param>
/// <param name="Slot">
/// One of <see cref="Slots"/> numbers by agent and day, which many agents share and which is another one tomorrow: enough to tell that
/// several people were at work, and nothing by which one of them could be followed. Null: it is not told who it was.
/// </param>
public sealed record TakenBy(DateTimeOffset At, int Asked, int Met, int? Slot)
{
    /// <summary>Numbers that agents of a day share.</summary>
    public const int Slots = 32;

    private const char Between = '|';

    /// <summary>Parts of what is kept that are always there.</summary>
    private const int Parts = 4;

    /// <summary>The skill that was asked for; null: it was not kept.</summary>
    public string? Skill { get; init; }

    /// <summary>What is kept of it; in the order of these the first one is the first.</summary>
    public string Text => string.Create(
        CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds():D15}{Between}{Asked}{Between}{Met}{Between}{Slot}")
        + (Skill is null ? "" : $"{Between}{Skill}");

    /// <summary>Reads what is kept; null: it is nothing of the kind.</summary>
    public static TakenBy? Read(string? text) =>
        text?.Split(Between, Parts + 1) is [var at, var asked, var met, var slot, .. var skill]
            && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && Whole(asked) is { } first && Whole(met) is { } found
                ? new TakenBy(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), first, found, Whole(slot))
                {
                    Skill = skill.FirstOrDefault(),
                }
                : null;

    /// <summary>Reads it from a contact event; null: it was not routed by the skill, or the event does not say how.</summary>
    /// <param name="detail">The event's detail.</param>
    /// <param name="skillAttribute">Name of the predefined attribute of skills.</param>
    /// <param name="at">When an agent had it.</param>
    internal static TakenBy? Of(JsonElement detail, string skillAttribute, DateTimeOffset at)
    {
        if (Last(LenientJson.Find(detail, "routingCriteria")) is not { } criteria
            || LenientJson.Find(criteria, "steps") is not { ValueKind: JsonValueKind.Array } listed)
        {
            return null;
        }

        (string? Status, (string? Skill, int Level)? Asked)[] steps =
        [
            .. listed.EnumerateArray().Select(step => (
                LenientJson.Text(LenientJson.Find(step, "status"))?.ToUpperInvariant(),
                LenientJson.Find(step, "expression") is { } expression ? AskedBy(expression, skillAttribute) : null)),
        ];
        int? met = steps.Any(static step => step.Status == "JOINED") ? steps.First(static step => step.Status == "JOINED").Asked?.Level ?? 0
            : steps.All(static step => step.Status == "EXPIRED") ? 0 : null;
        return steps is [(_, { } asked), ..] && met is { } level
            ? new TakenBy(at, asked.Level, level, SlotOf(detail, at)) { Skill = asked.Skill }
            : null;
    }

    /// <summary>A record of a contact has a list of criteria, an event has the last one of them.</summary>
    private static JsonElement? Last(JsonElement? criteria) =>
        criteria is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Cast<JsonElement?>().LastOrDefault() : criteria;

    private static (string? Skill, int Level)? AskedBy(JsonElement expression, string skillAttribute)
    {
        if (LenientJson.Find(expression, "attributeCondition") is { } condition)
        {
            int? level = LenientJson.Text(LenientJson.Find(condition, "name")) == skillAttribute
                ? LenientJson.Find(condition, "proficiencyLevel") switch
                {
                    { ValueKind: JsonValueKind.Number } number => (int)number.GetDouble(),
                    { } text when double.TryParse(
                        LenientJson.Text(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var written) => (int)written,
                    _ => null,
                }
                : null;
            return level is { } known ? (LenientJson.Text(LenientJson.Find(condition, "value")), known) : null;
        }

        return LenientJson.Find(expression, "andExpression") is { ValueKind: JsonValueKind.Array } all
            ? all.EnumerateArray().Select(part => AskedBy(part, skillAttribute)).FirstOrDefault(static asked => asked is not null)
            : null;
    }

    private static int? SlotOf(JsonElement detail, DateTimeOffset at) =>
        LenientJson.Find(detail, "agentInfo") is { } agent && LenientJson.Text(LenientJson.Find(agent, "agentArn")) is { } arn
            ? (int)(BinaryPrimitives.ReadUInt32LittleEndian(
                SHA256.HashData(Encoding.UTF8.GetBytes($"{at.UtcDateTime:yyyy-MM-dd}{Between}{arn}"))) % Slots)
            : null;

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
