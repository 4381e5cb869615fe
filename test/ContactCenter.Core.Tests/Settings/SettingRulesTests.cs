using ContactCenter.Core.Configuration;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Tests.Incidents;

namespace ContactCenter.Core.Tests.Settings;

/// <summary>What is refused, and what people read then.</summary>
public sealed class SettingRulesTests
{
    private static readonly SettingRules Rules = new(SettingsRoom.Center());

    public static TheoryData<string, string> Refused { get; } = new()
    {
        { "no end", "until: found no end; expected when it ends; only a threshold may go without" },
        { "over", "until: found 2026-03-02 08:59:00Z; expected a time after it begins (2026-03-02 09:00:00Z)" },
        { "too long", "at most 92 days" },
        { "nobody", "author: found \"\"; expected the name of whoever decides it" },
        { "no reason", "reason: found \"two\nlines\"" },
        { "stranger", "participant: found \"zoe\"; expected a participant of rota: ann, ben, cem" },
        { "schedule", "schedule: found \"night\"; expected a schedule of the file: rota" },
        { "swap", "second: found \"ann\"; expected somebody else than the first" },
        { "group", "groups: found \"queues\"; expected a group of the alarm catalog" },
        { "everything", "found planned work on everything" },
        { "mute", "found a mute of everything" },
        { "queue", "queue: found \"Loans\"; expected a queue of the file: Billing, Cards" },
        { "text", "texts.en: found \"press $.x\"" },
        { "language", "texts: found \"english\"; expected a language as a two-letter code, such as de" },
        { "fallback", "queue: found \"Cards\"; expected a queue with a standby in the file: Billing" },
        { "alarm", "alarm: found \"queue-wait\"; expected the id of a deployed alarm" },
        { "resource", "resource: found \"Loans\"; expected something that queue-wait-time watches" },
        { "scale", "threshold: found -1" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_wrong_is_told_with_what_was_found_and_what_would_be_right(string what, string expected)
    {
        var problem = Assert.Single(Rules.Check(Wrong(what), Desk.At(0)));

        Assert.Contains(expected.Replace("\n", " ", StringComparison.Ordinal), problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() => Assert.Equal(
        ["author", "reason", "until", "resource"],
        Rules.Check(new Mute { Author = "", Reason = "", From = Desk.At(0), Resource = "" }, Desk.At(0)).Select(static one => one.Field));

    [Fact]
    public void In_shadow_nobody_makes_repairs_act() => Assert.Equal(
        "mode",
        Assert.Single(new SettingRules(SettingsRoom.Center(static center => center.Shadow = true)).Check(
            new RemediationSwitch { Author = "Ada", Reason = "r", From = Desk.At(0), Until = Desk.At(9), Mode = RemediationMode.Act },
            Desk.At(0))).Field);

    private static Setting Wrong(string what)
    {
        var room = new SettingsRoom();
        var mute = SettingsRoom.Mute();
        var queue = new QueueSwitch
        {
            Author = "Ada",
            Reason = "r",
            From = Desk.At(0),
            Until = Desk.At(9),
            Queue = "Loans",
            IsOpen = false
        };
        var work = new PlannedWork { Author = "Ada", Reason = "r", From = Desk.At(0), Until = Desk.At(9) };
        var threshold = new AlarmThreshold
        {
            Author = "Ada",
            Reason = "r",
            From = Desk.At(0),
            Alarm = "queue-wait-time",
            Resource = "Billing",
            Threshold = 60,
        };
        EmergencyAnnouncement Says(string language, string text) => new()
        {
            Author = "Ada",
            Reason = "r",
            From = Desk.At(0),
            Until = Desk.At(9),
            Texts = new Dictionary<string, string>
            {
                [language] = text
            },
        };
        return what switch
        {
            "no end" => mute with { Until = null },
            "over" => mute with { Until = Desk.At(-1) },
            "too long" => mute with { Until = Desk.At(0).AddDays(93) },
            "nobody" => mute with { Author = "" },
            "no reason" => mute with { Reason = "two\nlines" },
            "stranger" => SettingsRoom.Takeover("zoe", 0, 9),
            "schedule" => SettingsRoom.Takeover("ann", 0, 9) with { Schedule = "night" },
            "swap" => new OnCallExchange
            {
                Author = "Ada",
                Reason = "r",
                From = Desk.At(0),
                Until = Desk.At(9),
                Schedule = "rota",
                First = "ann",
                Second = "ann",
            },
            "group" => work with { Groups = ["queues"] },
            "everything" => work,
            "mute" => mute with { Resource = null },
            "queue" => queue,
            "text" => Says("en", "press $.x"),
            "language" => Says("english", "Storm"),
            "fallback" => new ForcedFallback { Author = "Ada", Reason = "r", From = Desk.At(0), Until = Desk.At(9), Queue = "Cards" },
            "alarm" => threshold with { Alarm = "queue-wait" },
            "resource" => threshold with { Resource = "Loans" },
            "scale" => threshold with { Threshold = -1 },
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        };
    }
}
