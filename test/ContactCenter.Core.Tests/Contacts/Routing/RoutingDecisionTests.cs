using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Routing;
using static ContactCenter.Core.Tests.Contacts.Routing.RoutingCenter;

namespace ContactCenter.Core.Tests.Contacts.Routing;

public sealed class RoutingDecisionTests
{
    private static readonly RoutingDecision Decision = new()
    {
        Instance = Center().Instance,
        Queue = Center().Queues[2],
        Kind = RoutingKind.Preferred,
        Priority = new ContactPriority(4, TimeSpan.FromSeconds(90), IsEmergency: false, []),
    };

    [Fact]
    public void A_flow_reads_all_of_a_decision()
    {
        var decision = Decision with
        {
            Queue = Center().Queues[1],
            Priority = new ContactPriority(1, TimeSpan.FromSeconds(90), IsEmergency: true, []),
            Skill = "Billing",
            SkillLevel = 4,
            Language = "de",
            Criteria = new RoutingCriteria([new RoutingStep([new Proficiency("Skill", "Billing", 4)], 5)]),
            PredictedWait = TimeSpan.FromSeconds(80.6),
            OffersCallback = true,
            IsOpen = true,
            KnowsQueues = true,
        };

        Assert.Equal(
            new Dictionary<string, string?>
            {
                ["status"] = "ok",
                ["decision"] = "preferred",
                ["queue"] = "Billing",
                ["queueArn"] = $"{Center().Instance.Arn}/queue/0a1b2c3d-0000-4000-8000-000000000002",
                ["priority"] = "1",
                ["timeAdjustmentSeconds"] = "90",
                ["ordering"] = "priority",
                ["skill"] = "Billing",
                ["skillLevel"] = "4",
                ["language"] = "de",
                ["criteria"] = "yes",
                ["open"] = "yes",
                ["callback"] = "yes",
                ["predictedWaitSeconds"] = "81",
                ["predictedWaitMinutes"] = "2",
                ["queueState"] = "known",
            },
            decision.ToHookAnswer().Values);
    }

    [Fact]
    public void What_is_not_known_is_said_to_be_unknown_or_left_empty() =>
        Assert.Equal(
            new Dictionary<string, string?>
            {
                ["status"] = "default",
                ["decision"] = "preferred",
                ["queue"] = "Cards",
                ["queueArn"] = null,
                ["priority"] = "4",
                ["timeAdjustmentSeconds"] = "90",
                ["ordering"] = "time",
                ["skill"] = null,
                ["skillLevel"] = null,
                ["language"] = null,
                ["criteria"] = "no",
                ["open"] = "no",
                ["callback"] = "no",
                ["predictedWaitSeconds"] = "unknown",
                ["predictedWaitMinutes"] = "unknown",
                ["queueState"] = "unknown",
            },
            Decision.ToHookAnswer(isDefault: true).Values);

    [Fact]
    public void A_skill_without_a_level_is_asked_for_at_the_first() =>
        Assert.Equal("1", (Decision with { Skill = "Cards" }).ToHookAnswer().Values["skillLevel"]);

    [Theory]
    [InlineData(RoutingKind.Preferred, "preferred")]
    [InlineData(RoutingKind.Overflow, "overflow")]
    [InlineData(RoutingKind.Incident, "incident")]
    [InlineData(RoutingKind.Unstaffed, "unstaffed")]
    [InlineData(RoutingKind.Closed, "closed")]
    public void Each_kind_has_its_word(RoutingKind kind, string word)
    {
        var answer = (Decision with { Kind = kind }).ToHookAnswer();

        Assert.Equal((word, word), (answer.Decision, answer.Values["decision"]));
    }

    [Fact]
    public void The_prepared_answer_is_called_default()
    {
        var answer = Decision.ToHookAnswer(isDefault: true);

        Assert.Equal(("default", true), (answer.Decision, answer.IsDefault));
        Assert.False(Decision.ToHookAnswer().IsDefault);
    }

    [Fact]
    public void Reasons_are_one_sentence_for_the_flow_and_a_list_behind_the_queue_for_the_log()
    {
        var answer = (Decision with { Reasons = ["Cards serves it", "an emergency"] }).ToHookAnswer();

        Assert.Equal("Cards serves it; an emergency", answer.Notes["reasons"]);
        Assert.Equal(["queue Cards", "Cards serves it", "an emergency"], answer.Reasons);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Contacts_and_callbacks_are_counted_by_queue(bool offersCallback, int callbacks) =>
        Assert.Equal(
            [
                new HookMetric("ContactsRouted", "Count", 1, "QueueName", "Cards"),
                new HookMetric("CallbacksOffered", "Count", callbacks, "QueueName", "Cards"),
            ],
            (Decision with { OffersCallback = offersCallback }).ToHookAnswer().Metrics);
}
