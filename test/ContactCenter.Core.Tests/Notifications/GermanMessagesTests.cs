using System.Text.RegularExpressions;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.ServiceNow;
using ContactCenter.Core.Notifications.Slack;
using ContactCenter.Core.Notifications.Sns;
using ContactCenter.Core.Notifications.Tasks;
using ContactCenter.Core.Notifications.Teams;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Tests.Notifications;

/// <summary>Messages to whoever reads German, by every channel and on every occasion, have no English left in them.</summary>
public sealed partial class GermanMessagesTests
{
    private static readonly Reader German = Reader.Of("de", "Europe/Berlin");

    /// <summary>What stands on timelines and in remarks, of each kind that has a sentence of its own.</summary>
    private static readonly string[] Notes =
    [
        Sentences.NoteTold("on-call", "Opened", "ann@example.com"),
        Sentences.NotePersonAcknowledged("Ann", ": Ich sehe nach"),
        Sentences.NoteIs("prod/queue-wait-time/Billing", Sentences.Red, Sentences.QueueWaitTimeMeaning),
        Sentences.NoteRepairAsked("heal-capacity", "orders"),
        Sentences.NoteRepair(
            "heal-capacity",
            "orders",
            $"{Sentences.RepairNeedsApproval} "
                + Sentences.RepairRaise(
                    Sentences.RaiseReads(Sentences.NamedTable("orders"), "5", "900"), Sentences.DemandGrows("640", "12"))),
        Sentences.NoteRepair("queue-fallback", "Billing", Sentences.FailoverGoes(
            Sentences.QueueSubject("Billing"), Sentences.WordsItself, Sentences.WordsStandby("Cards"), "10:15")),
        Sentences.RepairNotHelped($"{Sentences.RepairThrottledTimes("lookup", "7")} {Sentences.RepairReserveSome("lookup")}"),
        Sentences.NoteChange("09:58:00", Sentences.ChangeDidOn(
            Sentences.ChangeForPerson("bea"), "UpdateContactFlowContent", "main", "Amazon Connect")),
        Sentences.NoteChange("09:59:00", Sentences.ChangeRefused(
            Sentences.ChangeSomebody, "DeleteQueue", "Amazon Connect", Sentences.RefusalOfMany("InUse", "2", "Flow main"))),
        Sentences.NoteNotToldFully("on-call", "Slack", "#ops", Sentences.SecretUnavailable(Sentences.SecretsLate)),
        Sentences.NoteWentOutInstead("Email", "ann@example.com"),
        Sentences.NotePerhapsTold("on-call", "Teams", "Team", Sentences.NotInTime),
        Sentences.NoteNotAsked("heal-capacity", "orders", Sentences.GivenUpAfter("3", Sentences.AnsweredHttp("500"))),
        Sentences.SupportNoCase(Sentences.SupportOver),
        Sentences.NoteAllOk("15 min"),
    ];

    public static TheoryData<Occasion> Occasions => [.. Enum.GetValues<Occasion>()];

    [Theory]
    [MemberData(nameof(Occasions))]
    public void No_channel_tells_anything_in_English(Occasion occasion)
    {
        foreach (var note in Notes)
        {
            var message = (InGerman(Messages.Message(occasion)) with { Remark = note, AcknowledgedBy = "Ann" }).For(German);
            var effect = Messages.Effect(message);
            var links = Messages.Links(effect);
            var timeline = Notes.Select(static (text, i) =>
                new TimelineEvent(Messages.IncidentId, i + 1, Messages.Opened, TimelineKind.Context, text));
            var sns = SnsRenderer.Render(effect, links, new SmsSettings());
            string[] told =
            [
                sns.Subject,
                sns.Body,
                $"{SlackRenderer.Whole(message, null)}",
                $"{SlackRenderer.Reply(message)}",
                $"{TeamsRenderer.Render(message, links)}",
                $"{TaskRenderer.Render(effect, links)}",
                $"{ServiceNowRenderer.Plan(effect, [.. timeline], null, new ServiceNowSettings())}",
            ];

            Assert.Empty(told.SelectMany(static text =>
                EnglishWord().Matches(text).Select(found => text[Math.Max(0, found.Index - 40)..Math.Min(text.Length, found.Index + 40)])));
        }
    }

    /// <summary>The alarm's own description is told in the words of whoever wrote it, here in German ones.</summary>
    private static IncidentMessage InGerman(IncidentMessage message) =>
        message with { Origin = message.Origin! with { Text = "Kunden von Billing warten." } };

    [GeneratedRegex(
        @"\b(the|is|are|were|of|and|not|has|have|with|this|that|which|every|nobody|since|because|again)\b", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishWord();
}
