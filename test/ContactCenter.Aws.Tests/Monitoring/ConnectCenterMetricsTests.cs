using ContactCenter.Aws.Monitoring;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Queues;

namespace ContactCenter.Aws.Tests.Monitoring;

public sealed class ConnectCenterMetricsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 3, 27, TimeSpan.Zero);

    [Fact]
    public async Task Figures_of_a_queue_come_by_its_name()
    {
        await using var service = (await ConnectService.StartAsync()).Queue("Cards", 1).Queue("Another", 2)
            .Value(1, "AGENTS_ONLINE", 6).Value(1, "AGENTS_ON_CONTACT", 3).Value(1, "AGENTS_NON_PRODUCTIVE", 1)
            .Value(1, "AGENTS_AFTER_CONTACT_WORK", 2).Value(1, "AGENTS_ERROR", 1).Value(1, "CONTACTS_SCHEDULED", 4)
            .Value(1, "VOICE", "CONTACTS_IN_QUEUE", 3)
            .Value(1, "VOICE", "OLDEST_CONTACT_AGE", 42)
            .Value(1, "VOICE", "AGENTS_STAFFED", 5)
            .Value(1, "VOICE", "AGENTS_AVAILABLE", 2)
            .Value(1, "VOICE", "CONTACTS_QUEUED", 40)
            .Value(1, "VOICE", "ABANDONMENT_RATE", 12.5)
            .Value(1, "VOICE", "SERVICE_LEVEL<20", 70)
            .Value(1, "VOICE", "AVG_QUEUE_ANSWER_TIME", 33)
            .Value(1, "VOICE", "AVG_HANDLE_TIME", 280);

        var figures = await ReadAsync(service, Configuration("Cards"));

        Assert.Empty(figures.Problems);
        Assert.Equal(
            new QueueFigures
            {
                AgentsOnline = 6,
                AgentsOnContact = 3,
                AgentsNonProductive = 1,
                AfterContactWork = 2,
                AgentsInError = 1,
                CallbacksScheduled = 4,
                Voice = new()
                {
                    Waiting = 3,
                    OldestSeconds = 42,
                    AgentsStaffed = 5,
                    AgentsAvailable = 2,
                    Queued = 40,
                    AbandonmentRate = 12.5,
                    ServiceLevel = 70,
                    AverageAnswerSeconds = 33,
                    AverageHandleSeconds = 280,
                },
            },
            figures.Queues["Cards"]);
    }

    [Fact]
    public async Task Every_channel_has_its_own_figures_and_callers_are_not_counted_with_emails()
    {
        await using var service = (await ConnectService.StartAsync()).Queue("Cards", 1)
            .Value(1, "VOICE", "CONTACTS_IN_QUEUE", 1)
            .Value(1, "CHAT", "CONTACTS_IN_QUEUE", 2)
            .Value(1, "TASK", "CONTACTS_IN_QUEUE", 3)
            .Value(1, "EMAIL", "CONTACTS_IN_QUEUE", 90);
        var configuration = Configuration("Cards");
        configuration.Queues[0].MaximumWaits.Email = TimeSpan.FromHours(8);

        var figures = (await ReadAsync(service, configuration)).Queues["Cards"];

        Assert.Equal(
            (1, 2, 3, 90), (figures.Voice!.Waiting, figures.Chat!.Waiting, figures.Task!.Waiting, figures.Email!.Waiting));
    }

    [Fact]
    public async Task Emails_are_asked_for_only_where_a_queue_promises_something_about_them()
    {
        await using var service = (await ConnectService.StartAsync()).Queue("Cards", 1)
            .Value(1, "EMAIL", "CONTACTS_IN_QUEUE", 90);

        Assert.Null((await ReadAsync(service, Configuration("Cards"))).Queues["Cards"].Email);
        Assert.Equal(2, service.Calls.Count(path => path.StartsWith("/metrics/current", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Agents_that_are_not_told_by_channel_are_those_of_the_queue()
    {
        await using var service = (await ConnectService.StartAsync()).Queue("Cards", 1)
            .Value(1, "AGENTS_STAFFED", 5)
            .Value(1, "VOICE", "CONTACTS_IN_QUEUE", 3);

        Assert.Equal(5, (await ReadAsync(service, Configuration("Cards"))).Queues["Cards"].Voice!.AgentsStaffed);
    }

    [Fact]
    public async Task A_queue_that_is_not_in_the_answer_is_empty_and_unserved()
    {
        await using var service = (await ConnectService.StartAsync()).Queue("Cards", 1);

        var voice = (await ReadAsync(service, Configuration("Cards"))).Queues["Cards"].Voice!;

        Assert.Equal((0, 0, 0, null), (voice.Waiting, voice.AgentsStaffed, voice.Queued, voice.AbandonmentRate));
    }

    [Fact]
    public async Task What_cannot_be_computed_stays_unknown()
    {
        await using var service = (await ConnectService.StartAsync()).Queue("Cards", 1).Value(1, "VOICE", "CONTACTS_IN_QUEUE", null);

        Assert.Null((await ReadAsync(service, Configuration("Cards"))).Queues["Cards"].Voice!.Waiting);
    }

    [Fact]
    public async Task Calls_grow_with_hundreds_of_queues_and_not_with_queues()
    {
        await using var service = await ConnectService.StartAsync();
        var names = Enumerable.Range(0, 150).Select(i => $"Queue {i}").ToArray();
        foreach (var (i, name) in names.Index())
        {
            _ = service.Queue(name, i).Value(i, "AGENTS_ONLINE", 1).Value(i, "VOICE", "CONTACTS_IN_QUEUE", i);
        }

        var figures = await ReadAsync(service, Configuration(names));

        Assert.Equal(names, figures.Queues.Keys.OrderBy(name => int.Parse(name[6..])));
        Assert.Equal(149, figures.Queues["Queue 149"].Voice!.Waiting);

        // 100 queues are three pages of the stand-in, 50 are two; queues and their channels are asked for
        Assert.Equal(
            (10, 5),
            (service.Calls.Count(path => path.StartsWith("/metrics/current", StringComparison.Ordinal)),
                service.Calls.Count(path => path == "/metrics/data")));
    }

    [Fact]
    public async Task Every_queue_has_the_service_level_of_its_own_target()
    {
        await using var service = await ConnectService.StartAsync();
        var configuration = Configuration([.. Enumerable.Range(1, 45).Select(i => $"Queue {i}")]);
        foreach (var (i, queue) in configuration.Queues.Index())
        {
            queue.ServiceLevelWithin = TimeSpan.FromSeconds(i + 1);
            _ = service.Queue(queue.Name, i).Value(i, "VOICE", $"SERVICE_LEVEL<{i + 1}", i);
        }

        var figures = await ReadAsync(service, configuration);

        Assert.Empty(figures.Problems);
        Assert.All(configuration.Queues.Index(), queue => Assert.Equal(queue.Index, figures.Queues[queue.Item.Name].Voice!.ServiceLevel));
    }

    [Fact]
    public async Task Ids_are_looked_up_once_and_those_of_the_configuration_never()
    {
        await using var service = (await ConnectService.StartAsync()).Queue("Cards", 1);
        using var client = service.CreateClient();
        var configuration = Configuration("Cards");
        var metrics = new ConnectCenterMetrics(client, new ConnectDirectory(client, configuration, TimeProvider.System), configuration);
        var known = Configuration("Cards");
        known.Queues[0].Id = ConnectService.IdOf(1);
        var withIds = new ConnectCenterMetrics(client, new ConnectDirectory(client, known, TimeProvider.System), known);

        _ = await metrics.ReadAsync(Now, TestContext.Current.CancellationToken);
        _ = await metrics.ReadAsync(Now, TestContext.Current.CancellationToken);
        _ = await withIds.ReadAsync(Now, TestContext.Current.CancellationToken);

        _ = Assert.Single(service.Calls, path => path.StartsWith("/queues-summary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_queue_that_does_not_exist_is_named_and_the_others_are_read()
    {
        await using var service = (await ConnectService.StartAsync()).Queue("Cards", 1).Value(1, "VOICE", "CONTACTS_IN_QUEUE", 3);

        var figures = await ReadAsync(service, Configuration("Cards", "Crads"));

        Assert.Equal(["Cards"], figures.Queues.Keys);
        Assert.Contains("\"Crads\"", Assert.Single(figures.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_call_cannot_say_does_not_take_away_what_the_others_say()
    {
        await using var service = (await ConnectService.StartAsync()).Queue("Cards", 1)
            .Value(1, "VOICE", "CONTACTS_IN_QUEUE", 3)
            .Fails("metrics/data");

        var figures = await ReadAsync(service, Configuration("Cards"));

        Assert.Equal((3, null), (figures.Queues["Cards"].Voice!.Waiting, figures.Queues["Cards"].Voice!.Queued));
        Assert.Contains("Rate exceeded", Assert.Single(figures.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_throttled_call_is_tried_again()
    {
        await using var service = (await ConnectService.StartAsync()).Queue("Cards", 1)
            .Value(1, "VOICE", "CONTACTS_IN_QUEUE", 3)
            .Fails("metrics/current", times: 1);

        Assert.Equal(3, (await ReadAsync(service, Configuration("Cards"))).Queues["Cards"].Voice!.Waiting);
    }

    [Fact]
    public async Task Profiles_flows_and_bots_are_read_too()
    {
        await using var service = (await ConnectService.StartAsync()).Queue("Cards", 1).Profile("Generalists", 7)
            .Value(7, "AGENTS_ONLINE", 20).Value(7, "AGENTS_NON_PRODUCTIVE", 4).Value(7, "AGENT_OCCUPANCY", 88)
            .Value(8, "FLOWS_STARTED", 60).Value(8, "PERCENT_FLOWS_OUTCOME", 5);
        var configuration = Configuration("Cards");
        configuration.RoutingProfiles = [new NamedResource { Name = "Generalists" }];
        configuration.ContactFlows =
        [
            new NamedResource { Name = "Inbound", Id = ConnectService.IdOf(8) }, new NamedResource { Name = "Chat" }
        ];
        configuration.Bots = [new BotSettings { Name = "ivr", BotId = "ABCDEFGHIJ", AliasId = "TSTALIASID" }];

        var figures = await ReadAsync(service, configuration);

        Assert.Empty(figures.Problems);
        Assert.Equal(new ProfileFigures(20, null, null, 4, 88), figures.RoutingProfiles["Generalists"]);
        Assert.Equal(new OutcomeFigures(60, 5), Assert.Single(figures.ContactFlows).Value);
        Assert.Equal(new OutcomeFigures(0), figures.Bots["ivr"]);
    }

    [Fact]
    public async Task Flows_are_asked_for_beside_no_more_queues_than_a_request_takes()
    {
        var service = await ConnectService.StartAsync();
        await using var _ = service;
        string[] queues = [.. Enumerable.Range(1, 80).Select(static number => $"Queue {number}")];
        foreach (var (number, name) in queues.Index())
        {
            service.Queue(name, number + 1);
        }

        service.Value(990, "FLOWS_STARTED", 60);
        var configuration = Configuration(queues);
        configuration.ContactFlows =
        [
            .. Enumerable.Range(901, 90).Select(static number =>
                new NamedResource { Name = $"Flow {number}", Id = ConnectService.IdOf(number) }),
        ];

        var figures = await ReadAsync(service, configuration);

        Assert.Empty(figures.Problems);
        Assert.Equal((90, 60), (figures.ContactFlows.Count, figures.ContactFlows["Flow 990"].Count));
    }

    [Fact]
    public async Task Without_a_queue_by_which_it_may_ask_it_says_so()
    {
        await using var service = await ConnectService.StartAsync();
        var configuration = Configuration();
        configuration.ContactFlows = [new NamedResource { Name = "Inbound", Id = ConnectService.IdOf(8) }];

        var figures = await ReadAsync(service, configuration);

        Assert.Contains("only to who names a queue", Assert.Single(figures.Problems), StringComparison.Ordinal);
    }

    private static async Task<CenterFigures> ReadAsync(ConnectService service, ContactCenterConfiguration configuration)
    {
        using var client = service.CreateClient();
        return await new ConnectCenterMetrics(client, new ConnectDirectory(client, configuration, TimeProvider.System), configuration)
            .ReadAsync(Now, TestContext.Current.CancellationToken);
    }

    private static ContactCenterConfiguration Configuration(params string[] queues) => new()
    {
        Environment = "test",
        Instance = new ConnectInstance
        {
            Arn = "arn:aws:connect:eu-central-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
            Alias = "test"
        },
        Queues = [.. queues.Select(name => new QueueSettings { Name = name })],
    };
}
