using System.Text.Json.Nodes;
using ContactCenter.Cli.Invoke;
using ContactCenter.Cli.Show;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Cli.Tests;

/// <summary>What <c>show</c> prints of the alarm in <c>samples/</c> is what the deployed channels send.</summary>
public sealed class ShowTests
{
    private static string Sample { get; } = Repository.File("samples", "alarm.json");

    private static ContactCenterConfiguration Configuration { get; } = Settings.Load(null, TextWriter.Null)!;

    /// <summary>The sample with tools among those who are on call.</summary>
    private static ContactCenterConfiguration WithTools => Configuration with
    {
        Audiences = Configuration.Audiences.ToDictionary(
            audience => audience.Key,
            audience => audience.Key != "on-call" ? audience.Value : (IReadOnlyList<Endpoint>)
            [
                .. audience.Value,
                Tool(Channel.ServiceNow, "bank.service-now.com"),
                Tool(Channel.Webhook, "https://tools.bank.example/hook"),
                Tool(Channel.Jira, "jsm"),
            ]),
    };

    private static Endpoint Tool(Channel channel, string to) => new()
    {
        Channel = channel,
        To = to,
        Secret = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:contact-center/tool-AbCdEf",
    };

    private static Task<IReadOnlyList<ShownMessage>> Find(Channel channel, Occasion occasion = Occasion.Opened, string? text = null) =>
        new ShowRun(WithTools, channel, occasion).FindAsync(
            new InvokeInput("alarm.json", text is null ? File.ReadAllBytes(Sample) : System.Text.Encoding.UTF8.GetBytes(text)),
            DateTimeOffset.UnixEpoch);

    private static JsonObject Payload(ShownMessage message) => Assert.Single(ShownPayload.Of(message)).Payload;

    [Theory]
    [InlineData(Channel.Slack)]
    [InlineData(Channel.Email)]
    [InlineData(Channel.Sms)]
    [InlineData(Channel.ServiceNow)]
    [InlineData(Channel.Webhook)]
    public async Task Whoever_is_on_call_is_told_at_the_opening(Channel channel)
    {
        var message = Assert.Single(await Find(channel));

        Assert.Null(message.Refusal);
        Assert.Equal(("on-call", Occasion.Opened), (message.Effect.Audience, message.Effect.Message.Occasion));
        Assert.NotEmpty(Payload(message));
    }

    [Theory]
    [InlineData(Channel.Slack, Occasion.Opened)]
    [InlineData(Channel.Teams, Occasion.Escalated)]
    [InlineData(Channel.Email, Occasion.Opened)]
    [InlineData(Channel.Sms, Occasion.Resolved)]
    public async Task What_is_shown_names_the_thing_and_fits_eighty_columns(Channel channel, Occasion occasion)
    {
        var lines = ShownView.Lines((await Find(channel, occasion))[0]).ToArray();

        Assert.Contains(lines, line => line.Contains("Queue Billing", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.True(line.Length <= 80 || line.Contains("https://", StringComparison.Ordinal), line));
    }

    [Fact]
    public async Task A_text_message_is_told_with_its_length_against_one_part()
    {
        var message = Assert.Single(await Find(Channel.Sms));
        var text = ShownPayload.Text(Payload(message), Channel.Sms);

        Assert.Contains(ShownView.Lines(message), line => line.EndsWith($"{text.Length} of 140", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everything_that_an_e_mail_says_is_shown()
    {
        var message = Assert.Single(await Find(Channel.Email));
        var shown = string.Join(' ', ShownView.Lines(message).Select(line => line.Trim()));

        Assert.All(
            ShownPayload.Text(Payload(message), Channel.Email).Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries),
            word => Assert.Contains(word, shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_resolved_incident_closes_the_record_that_was_written_for_it()
    {
        var message = Assert.Single(await Find(Channel.ServiceNow, Occasion.Resolved));

        Assert.Equal("PATCH", Assert.Single(ShownPayload.Of(message)).Request.Method);
        Assert.Equal("6", Payload(message)["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_later_message_in_Slack_changes_the_first_and_replies_to_it() => Assert.Equal(
        ["chat.update", "chat.postMessage"],
        ShownPayload.Of(Assert.Single(await Find(Channel.Slack, Occasion.Resolved))).Select(sent => sent.Request.Address.Segments[^1]));

    [Fact]
    public async Task No_secret_stands_in_what_is_shown()
    {
        var texts = new List<string>();
        foreach (var channel in new[] { Channel.Slack, Channel.ServiceNow, Channel.Webhook })
        {
            texts.Add(ShownPayload.Described((await Find(channel))[0]).ToJsonString());
        }

        Assert.All(texts, text => Assert.DoesNotContain("authorization", text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_channel_that_is_told_later_is_named_with_its_occasion()
    {
        var wrong = await Assert.ThrowsAsync<InputException>(() => Find(Channel.Teams));

        var lines = wrong.Message.Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("alarm.json: nobody is told by teams on the occasion opened; then it is by ", lines[0], StringComparison.Ordinal);
        Assert.Contains("expected --occasion escalated (management after 15 min)", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alarm_that_is_not_red_is_told()
    {
        var quiet = (await File.ReadAllTextAsync(Sample, TestContext.Current.CancellationToken))
            .Replace("\"NewStateValue\": \"ALARM\"", "\"NewStateValue\": \"OK\"", StringComparison.Ordinal);

        var wrong = await Assert.ThrowsAsync<InputException>(() => Find(Channel.Email, text: quiet));

        Assert.Contains(
            "is not red in it, so nobody is told\nexpected one whose new state is ALARM", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_of_the_README_prints_the_message()
    {
        var (code, output, errors) = await CommandLine.Run("show", "slack", "--alarm", Sample, "--json");

        var line = Assert.Single(CommandLine.Lines(output));
        Assert.Equal((0, ""), (code, errors));
        Assert.Equal("#contact-center", line.GetProperty("requests")[0].GetProperty("payload").GetProperty("channel").GetString());
    }

    [Fact]
    public async Task A_webhook_with_a_template_is_shown_as_the_other_tool_gets_it()
    {
        var (code, output, errors) = await CommandLine.Run(
            "show", "webhook", "--alarm", Sample, "--config", Repository.File("samples", "energy.json"), "--json");

        var payload = Assert.Single(CommandLine.Lines(output)).GetProperty("requests")[0].GetProperty("payload");
        Assert.Equal((0, ""), (code, errors));
        Assert.StartsWith("*P", payload.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_of_PagerDuty_is_shown_with_its_limits()
    {
        var (code, output, errors) = await CommandLine.Run(
            "show", "pagerduty", "--alarm", Sample, "--config", Repository.File("samples", "energy.json"));

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("POST https://events.eu.pagerduty.com/v2/enqueue", output, StringComparison.Ordinal);
        Assert.Contains("\"event_action\": \"trigger\"", output, StringComparison.Ordinal);
        Assert.Contains("1,024", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alert_of_Jira_is_shown_with_its_limits_and_without_its_key()
    {
        var output = string.Join('\n', (await Find(Channel.Jira)).SelectMany(ShownView.Lines));

        Assert.Contains("POST https://api.atlassian.com/jsm/ops/integration/v2/alerts", output, StringComparison.Ordinal);
        Assert.Contains("\"alias\": \"", output, StringComparison.Ordinal);
        Assert.Contains("130", output, StringComparison.Ordinal);
        Assert.DoesNotContain("GenieKey", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_does_not_exist_is_a_usage_error() =>
        Assert.Equal(2, (await CommandLine.Run("show", "fax", "--alarm", Sample)).Code);
}
