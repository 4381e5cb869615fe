using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Jira;
using ContactCenter.Core.Notifications.PagerDuty;
using ContactCenter.Core.Notifications.ServiceNow;
using ContactCenter.Core.Notifications.Slack;
using ContactCenter.Core.Notifications.Sns;
using ContactCenter.Core.Notifications.Support;
using ContactCenter.Core.Notifications.Tasks;
using ContactCenter.Core.Notifications.Teams;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Notifications.Webhooks;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Tests.Notifications;

/// <summary>Nobody can take a message of an exercise for real, whatever its channel, language and occasion.</summary>
public sealed class ExerciseMessagesTests
{
    public static TheoryData<Occasion, string, string> Told
    {
        get
        {
            var told = new TheoryData<Occasion, string, string>();
            foreach (var occasion in Enum.GetValues<Occasion>())
            {
                told.Add(occasion, "en", "EXERCISE");
                told.Add(occasion, "de", "ÜBUNG");
            }

            return told;
        }
    }

    [Theory]
    [MemberData(nameof(Told))]
    public void Every_channel_begins_with_the_word(Occasion occasion, string language, string word)
    {
        var message = Exercise(occasion).For(Reader.Of(language, "Europe/Berlin"));
        var links = Messages.Links(Messages.Effect(message));

        string[] begins =
        [
            PlainText.Subject(message),
            PlainText.Body(message),
            Headline.Of(message),
            (string)SlackRenderer.Whole(message, dashboard: null)["text"]!,
            (string)SlackRenderer.Whole(message, dashboard: null)["blocks"]![0]!["text"]!["text"]!,
            (string)SlackRenderer.Reply(message)["blocks"]![0]!["text"]!["text"]!,
            (string)Card(message)["body"]![0]!["inlines"]![0]!["text"]!,
            (string)Card(message)["fallbackText"]!,
            TaskRenderer.Render(Messages.Effect(message), links).Name,
            TaskRenderer.Render(Messages.Effect(message), links).Description,
            (string)ServiceNow(message)!["short_description"]!,
            (string)ServiceNow(message)!["work_notes"]!,
            (string)WebhookRenderer.Render(Messages.Effect(message))["subject"]!,
            (string?)PagerDutyRenderer.Render(Messages.Effect(message), "key", null)?["payload"]?["summary"] ?? word,
            .. JiraRenderer.Plan(Messages.Effect(message)).Select(static call => (string)(call.Body["message"] ?? call.Body["note"])!),
        ];

        Assert.All(begins, begin => Assert.StartsWith(word, begin, StringComparison.Ordinal));
        Assert.Equal(word == "ÜBUNG" ? "UEBUNG P" : "EXERCISE P", SnsRenderer.Sms(message, links)[..(word == "ÜBUNG" ? 8 : 10)]);
        Assert.True((bool)WebhookRenderer.Render(Messages.Effect(message))["exercise"]!);
        Assert.Contains(message.Say(Sentences.ExerciseMeaning), message.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_message_in_letters_that_ASCII_cannot_spell_begins_with_it_too() => Assert.StartsWith(
        "EXERCISE P1",
        SnsRenderer.Sms(Exercise(Occasion.Opened) with { Exercise = "待ち行列" }, Messages.Links(Messages.Effect(Messages.Message()))),
        StringComparison.Ordinal);

    [Fact]
    public void A_subject_keeps_within_what_SNS_takes() => Assert.InRange(
        PlainText.Subject(Exercise(Occasion.Reminder) with { Exercise = new string('x', 200) }).Length, 1, PlainText.MaximumSubject);

    [Fact]
    public void What_is_real_says_so_to_programs() => Assert.False(
        (bool)WebhookRenderer.Render(Messages.Effect(Messages.Message()))["exercise"]!);

    [Fact]
    public void ServiceNow_is_given_no_group_and_the_lowest_weight()
    {
        var record = ServiceNow(Exercise(Occasion.Opened))!;

        Assert.Equal(("3", "3", "monitor"), ((string)record["impact"]!, (string)record["urgency"]!, (string)record["category"]!));
        Assert.Null(record["assignment_group"]);
    }

    [Fact]
    public void AWS_Support_is_never_asked() => Assert.Equal(
        Sentences.NotInExercises,
        SupportRenderer.Withheld(
            Exercise(Occasion.Opened) with { At = Messages.Opened.AddDays(1) }, new SlaSettings { Resolve = TimeSpan.FromHours(1) }));

    private static IncidentMessage Exercise(Occasion occasion)
    {
        var message = Messages.Message(occasion);
        return message with
        {
            Exercise = message.Subject,
            Subject = Sentences.ExerciseSubject(message.Subject),
            Description = $"{Sentences.ExerciseMeaning} {message.Description}",
        };
    }

    private static JsonNode Card(IncidentMessage message) =>
        TeamsRenderer.Render(message, Messages.Links(Messages.Effect(message)))["attachments"]![0]!["content"]!;

    private static JsonObject? ServiceNow(IncidentMessage message) => ServiceNowRenderer.Plan(
        Messages.Effect(message, Channel.ServiceNow),
        [],
        message.State == IncidentState.Resolved ? new ServiceNowRecord("s1", "2", null) : null,
        new ServiceNowSettings
        {
            Fields = new Dictionary<string, string> { ["category"] = "monitor", ["assignment_group"] = "Telephony of the vendor" },
        })?.Body;
}
