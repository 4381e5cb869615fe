using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Texts;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.Learning;

/// <summary>The deployed function from the schedule's event to what is kept and what people are sent.</summary>
public sealed class WriteReportTests : IDisposable
{
    /// <summary>A Monday at seven, by the clock of the center; it is no first of a month.</summary>
    private static readonly DateTimeOffset Monday = new(2026, 3, 9, 6, 0, 0, TimeSpan.Zero);

    private static readonly string[] Queues = ["General", "Billing", "Cards", "Technical"];

    private readonly MovedClock _clock = new(Monday);
    private readonly RefusedNotices _channels = new();
    private readonly EmbeddedSystem _system;

    public WriteReportTests() => _system = new EmbeddedSystem(
        Sample.Configuration with
        {
            Reports = new ReportSettings { To = ["bosses", "team-lead"], LinkHours = 6 },
            Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(Sample.Configuration.Audiences)
            {
                ["bosses"] =
                [
                    new Endpoint { Channel = Channel.Email, To = "ada@bank.example" },
                    new Endpoint { Channel = Channel.Email, To = "bert@bank.example", Language = "de" },
                    new Endpoint { Channel = Channel.Sms, To = "+4915112345678" },
                ],
            },
        },
        _clock,
        TextWriter.Null,
        services => services.AddSingleton<INoticeChannel>(_channels));

    private KeptReports Kept => _system.Services.GetRequiredService<KeptReports>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_a_Monday_the_week_before_is_kept_in_every_format_and_language_of_who_gets_it()
    {
        await InvokeAsync("{}");

        Assert.Equal(
            [
                "report.csv", "report.de.html", "report.de.md", "report.de.txt", "report.en.html", "report.en.md", "report.en.txt",
                "report.json",
            ],
            Kept.Files.Keys.Select(static name => name.Replace("week/2026-03-02/", "", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
        Assert.Contains(
            "<html lang=\"de\">", Kept.Files["week/2026-03-02/report.de.html"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_numbers_are_those_of_the_memory_and_of_that_week_alone()
    {
        await KeepAsync(Monday.AddDays(-8), contacts: 1000);
        await KeepAsync(Monday.AddDays(-6), contacts: 10);
        await KeepAsync(Monday.AddDays(-1), contacts: 7);
        await KeepAsync(Monday, contacts: 500);

        await InvokeAsync("{}");

        var totals = JsonNode.Parse(Kept.Files["week/2026-03-02/report.json"].Text)!["totals"]!;
        Assert.Equal(
            (4 * 17, 4 * 15), ((int)totals["offered"]!, (int)totals["answered"]!));
    }

    [Fact]
    public async Task What_customers_thought_stands_in_it_with_how_many_they_were_and_not_what_they_said()
    {
        _clock.Now = Monday.AddDays(-3);
        (string Rating, string Topic)[] given =
            [("5", "card_lost"), ("4", "card_lost"), ("1", "card_lost"), ("2", "card_lost"), ("5", "loan")];
        foreach (var (index, (rating, topic)) in given.Index())
        {
            await _system.InvokeAsync(
                EmbeddedFunction.Find("RecordSurvey")!,
                HookEvent.Call($"c-{index}", new("rating", rating), new("comment", "nobody called back"), new("topic", topic)));
        }

        _clock.Now = Monday;
        await InvokeAsync("{}");

        var customers = JsonNode.Parse(Kept.Files["week/2026-03-02/report.json"].Text)!["customers"]!;
        Assert.Equal((5, 3), ((int)customers["satisfaction"]!["rated"]!, (int)customers["satisfaction"]!["satisfied"]!));
        Assert.Contains(
            "of those who rated were satisfied (3 of 5;", Kept.Files["week/2026-03-02/report.en.html"].Text, StringComparison.Ordinal);
        Assert.Contains("waren zufrieden (3 von 5;", Kept.Files["week/2026-03-02/report.de.html"].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Kept.Files.Values, static file => file.Text.Contains("called back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_went_up_over_weeks_stands_in_it_in_words_and_as_a_plot_and_programs_get_the_same_numbers()
    {
        var end = new DateOnly(2026, 3, 9);
        await _system.Services.GetRequiredService<ICenterDays>().KeepAsync(
            [
                .. Enumerable.Range(0, 84).Select(day => new CenterDay(
                    end.AddDays(day - 84),
                    [new("Users", "", 380 + day, 500), new("Errors", "<i>verify</i>", 100 - day, null), new("Queues", "", 4, 100)])
                {
                    Told = day == 83 ? ["Users/"] : [],
                }),
                new CenterDay(end, [new("Users", "", 9999, 500)]),
            ],
            TestContext.Current.CancellationToken);

        await InvokeAsync("{}");

        var html = Kept.Files["week/2026-03-02/report.en.html"].Text;
        Assert.Contains("users of the instance will come from 463 to 500 in 37 days (37 to 37)", html, StringComparison.Ordinal);
        Assert.Contains("report-trend-1", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>verify", html, StringComparison.Ordinal);
        Assert.Contains(
            "Nutzer der Instanz in 37 Tagen (37 bis 37) von 463 auf 500", Kept.Files["week/2026-03-02/report.de.html"].Text,
            StringComparison.Ordinal);
        Assert.EndsWith(
            "Grows slowly: users of the instance will come from 463 to 500 in 37 days (37 to 37)\n",
            Kept.Files["week/2026-03-02/report.en.txt"].Text, StringComparison.Ordinal);
        var trends = JsonNode.Parse(Kept.Files["week/2026-03-02/report.json"].Text)!["trends"]!.AsArray();
        Assert.Equal(["Users", "Errors"], trends.Select(static trend => (string?)trend!["name"]));
        Assert.Equal((37, 84), ((double)trends[0]!["daysUntilLimit"]!, trends[0]!["days"]!.AsArray().Count));
        Assert.Contains("\ntrend,Users,daysUntilLimit,37,,\n", Kept.Files["week/2026-03-02/report.csv"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_known_of_contacts_nobody_is_told_that_queues_kept_their_target()
    {
        await InvokeAsync("{}");

        Assert.DoesNotContain("kept its target", Kept.Files["week/2026-03-02/report.en.txt"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_gets_one_message_by_email_in_their_own_language_with_a_link_to_the_page_in_it()
    {
        await KeepAsync(Monday.AddDays(-6), contacts: 10);

        await InvokeAsync("{}");
        await InvokeAsync("{}");

        Assert.Equal(
            ["ada@bank.example", "bert@bank.example", "lead@bank.example"],
            _channels.Sent.Select(static sent => sent.Endpoint.To).Order(StringComparer.Ordinal));
        var german = Assert.Single(_channels.Sent, static sent => sent.Endpoint.To == "bert@bank.example").Notice;
        Assert.Equal("Bericht der Woche 2026-03-02 bis 2026-03-08", german.Subject);
        Assert.StartsWith("40 Kontakte kamen", german.Paragraphs[0], StringComparison.Ordinal);
        Assert.Contains(
            german.Paragraphs,
            static paragraph => paragraph.EndsWith(
                $"\nhttps://reports.example.com/week/2026-03-02/report.de.html?until={Monday.AddHours(6).ToUnixTimeSeconds()}",
                StringComparison.Ordinal));
        Assert.StartsWith(
            "40 contacts came",
            Assert.Single(_channels.Sent, static sent => sent.Endpoint.To == "ada@bank.example").Notice.Paragraphs[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_could_not_be_sent_it_fails_the_run_and_is_sent_it_by_the_next_one_alone()
    {
        _channels.Refused = "bert@bank.example";
        await Assert.ThrowsAsync<InvalidOperationException>(() => InvokeAsync("{}"));
        _channels.Refused = null;
        _channels.Sent.Clear();
        _clock.Now = Monday.AddDays(1);

        await InvokeAsync("{}");

        Assert.Equal("bert@bank.example", Assert.Single(_channels.Sent).Endpoint.To);
    }

    [Fact]
    public async Task What_a_day_has_missed_the_next_makes_good_and_after_three_days_it_is_no_news()
    {
        _clock.Now = Monday.AddDays(2);
        await InvokeAsync("{}");
        Assert.Equal(3, _channels.Sent.Count);

        _clock.Now = Monday.AddDays(7 + 3);
        await InvokeAsync("{}");
        Assert.Equal(3, _channels.Sent.Count);
    }

    [Fact]
    public async Task A_month_that_ends_with_a_week_has_a_report_of_its_own()
    {
        _clock.Now = new DateTimeOffset(2026, 6, 1, 5, 0, 0, TimeSpan.Zero);

        var reply = await InvokeAsync("{}");

        Assert.Equal(
            ["week/2026-05-25", "month/2026-05"], reply["written"]!.AsArray().Select(static report => (string?)report!["name"]));
    }

    [Fact]
    public async Task A_month_has_a_page_for_an_auditor_beside_its_report()
    {
        await InvokeAsync("""{"month": "2026-01"}""");

        Assert.Contains("<html lang=\"en\">", Kept.Files["month/2026-01/compliance.en.html"].Text, StringComparison.Ordinal);
        Assert.Equal(9, JsonNode.Parse(Kept.Files["month/2026-01/compliance.json"].Text)!["findings"]!.AsArray().Count);
    }

    [Fact]
    public async Task Whoever_asks_for_a_period_has_it_written_and_sent_only_where_they_say_so()
    {
        await InvokeAsync("""{"month": "2026-01"}""");
        Assert.Empty(_channels.Sent);
        Assert.Contains("month/2026-01/report.en.html", Kept.Files.Keys);

        await InvokeAsync("""{"week": "2026-02-18", "send": true}""");
        Assert.Equal(3, _channels.Sent.Count);
        Assert.Contains("week/2026-02-16/report.en.html", Kept.Files.Keys);
    }

    [Fact]
    public async Task One_that_somebody_has_sent_before_the_week_was_over_takes_no_place_of_the_one_of_that_week()
    {
        _clock.Now = Monday.AddDays(-4);
        await InvokeAsync("""{"week": "2026-03-02", "send": true}""");
        _channels.Sent.Clear();
        _clock.Now = Monday;

        await InvokeAsync("{}");

        Assert.Equal(3, _channels.Sent.Count);
    }

    [Fact]
    public async Task A_month_that_is_not_over_has_no_page_for_an_auditor_yet()
    {
        await InvokeAsync("""{"month": "2026-03"}""");

        Assert.DoesNotContain(Kept.Files.Keys, static name => name.Contains("compliance", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_for_an_auditor_stays_as_it_was_written_first()
    {
        await InvokeAsync("""{"month": "2026-01"}""");
        var first = Kept.Files["month/2026-01/compliance.json"];

        await InvokeAsync("""{"month": "2026-01"}""");

        Assert.Same(first, Kept.Files["month/2026-01/compliance.json"]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("week")]
    [InlineData("""{"week": "2026-13-01"}""")]
    [InlineData("""{"month": 3}""")]
    public async Task What_is_no_request_is_refused_and_nothing_written(string request)
    {
        await Assert.ThrowsAsync<FormatException>(() => InvokeAsync(request));

        Assert.Empty(Kept.Files);
    }

    [Fact]
    public async Task In_shadow_it_is_kept_and_nobody_is_sent_anything()
    {
        using var shadow = new EmbeddedSystem(
            _system.Configuration with { Shadow = true }, _clock, TextWriter.Null,
            services => services.AddSingleton<INoticeChannel>(_channels));

        await shadow.InvokeAsync(EmbeddedFunction.Find("WriteReport")!, "{}"u8.ToArray());

        Assert.Empty(_channels.Sent);
        Assert.NotEmpty(shadow.Services.GetRequiredService<KeptReports>().Files);
    }

    public void Dispose() => _system.Dispose();

    private async Task<JsonNode> InvokeAsync(string request) => JsonNode.Parse(
        (await _system.InvokeAsync(EmbeddedFunction.Find("WriteReport")!, System.Text.Encoding.UTF8.GetBytes(request))).Span)!;

    /// <summary>A half hour of each queue, of whose contacts one is given up.</summary>
    private async Task KeepAsync(DateTimeOffset at, int contacts) => await _system.Services.GetRequiredService<ICenterNumbers>().KeepAsync(
        new CenterNumbers
        {
            Queues =
            [
                .. Queues.Select(queue => new QueueNumbers(
                    queue,
                    HalfHours.Begin(at),
                    ImmutableSortedDictionary.CreateRange(
                    [
                        KeyValuePair.Create(
                            ContactChannel.Voice,
                            ChannelNumbers.Nothing with
                            {
                                TargetSeconds = 20, Offered = contacts, Queued = contacts, Answered = contacts - 1, Abandoned = 1,
                            }),
                    ]))),
            ],
        },
        Stop);

    private sealed class MovedClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class RefusedNotices : INoticeChannel
    {
        public List<(Endpoint Endpoint, Notice Notice)> Sent { get; } = [];

        public string? Refused { get; set; }

        public ValueTask<NoticeAnswer> SendAsync(Notice notice, string audience, Endpoint endpoint, CancellationToken cancellationToken)
        {
            if (endpoint.To == Refused)
            {
                return new(new NoticeAnswer(NoticeOutcome.Refused, Sentences.ReceiptShadow));
            }

            Sent.Add((endpoint, notice));
            return new(NoticeAnswer.By("Amazon SNS", notice.Id));
        }
    }
}
