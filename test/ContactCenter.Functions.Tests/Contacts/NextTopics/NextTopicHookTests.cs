using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Contacts.NextTopics;
using ContactCenter.Embedded;
using ContactCenter.Embedded.Calls;
using ContactCenter.Simulation.Stores.NextTopics;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace ContactCenter.Functions.Tests.Contacts.NextTopics;

/// <summary>What customers will need next, through the deployed hook: what was learned of the center is told, and nothing else.</summary>
public sealed class NextTopicHookTests : IDisposable
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 16, 12, 0, 0, TimeSpan.Zero));
    private readonly StringWriter _log = new();
    private readonly List<EmbeddedSystem> _systems = [];

    [Fact]
    public async Task What_follows_in_the_center_is_told_once_it_was_learned_and_not_before()
    {
        var histories = new InMemoryTopicHistories();
        var system = System(true, histories);
        for (var i = 0; i < 200; i++)
        {
            foreach (var topic in new[] { "delivery", "returns", "billing", "delivery" })
            {
                _ = await histories.AddAsync($"c{i:000}", $"{i}-{_clock.Now.Ticks}", topic, _clock.Now, Stop);
                _clock.Now = _clock.Now.AddSeconds(1);
            }
        }

        Assert.Equal("none", (string?)(await LookUpAsync(system, "a", "billing"))["nextTopic"]);
        await histories.WriteAsync(LikelyTopics.Learn(await histories.AllAsync(Stop), _clock.Now), Stop);

        var told = await LookUpAsync(System(true, histories), "b", "delivery");

        Assert.Equal("returns", (string?)told["nextTopic"]);
        Assert.InRange(int.Parse((string)told["nextTopicShare"]!, CultureInfo.InvariantCulture), 50, 100);
        Assert.Contains(await histories.AllAsync(Stop), static topics => topics.SequenceEqual(["billing", "delivery"]));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("unsure")]
    public async Task A_contact_whose_topic_is_not_known_is_no_part_of_a_history(string topic)
    {
        var histories = new InMemoryTopicHistories();

        Assert.Equal("none", (string?)(await LookUpAsync(System(true, histories), "a", topic))["nextTopic"]);
        Assert.Empty(await histories.AllAsync(Stop));
    }

    [Fact]
    public async Task Without_the_setting_nothing_is_kept_and_nothing_told()
    {
        var histories = new InMemoryTopicHistories();

        Assert.Null((await LookUpAsync(System(false, histories), "a", "delivery"))["nextTopic"]);
        Assert.Empty(await histories.AllAsync(Stop));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_history_that_fails_or_hangs_costs_what_it_would_have_told_and_nothing_else(bool hangs)
    {
        var broken = new Mock<ITopicHistories>();
        broken.Setup(static one => one.AddAsync(
            It.IsAny<string>(), It.IsAny<string>(), It.IsAny<string>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .Returns(() => hangs
                ? new ValueTask<IReadOnlyList<string>>(new TaskCompletionSource<IReadOnlyList<string>>().Task)
                : throw new InvalidOperationException("down"));
        using var system = new EmbeddedSystem(
            Configuration(true), TimeProvider.System, _log, services => services.AddSingleton(broken.Object));

        var answer = await LookUpAsync(system, "a", "delivery");

        Assert.Equal(("none", "0"), ((string?)answer["nextTopic"], (string?)answer["recentContacts"]));
    }

    public void Dispose()
    {
        _systems.ForEach(static system => system.Dispose());
        _log.Dispose();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Core.Configuration.ContactCenterConfiguration Configuration(bool isOn) =>
        Hooks.Configuration with { Topics = new() { Next = isOn } };

    private EmbeddedSystem System(bool isOn, InMemoryTopicHistories histories)
    {
        var system = new EmbeddedSystem(
            Configuration(isOn), _clock, _log, services => services.AddSingleton<ITopicHistories>(histories));
        _systems.Add(system);
        return system;
    }

    private static async Task<JsonNode> LookUpAsync(EmbeddedSystem system, string contact, string topic)
    {
        var call = JsonNode.Parse(HookEvent.Call(contact))!;
        var data = call["Details"]!["ContactData"]!;
        data["CustomerEndpoint"] = new JsonObject { ["Address"] = "+15550100001", ["Type"] = "TELEPHONE_NUMBER" };
        data["Attributes"] = new JsonObject { ["topic"] = topic };
        var answer = await system.InvokeAsync(
            EmbeddedFunction.Find("LookUpCustomer")!, Encoding.UTF8.GetBytes(call.ToJsonString()));
        return JsonNode.Parse(answer.Span)!;
    }
}
