using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Complexity;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Queues;

namespace ContactCenter.Core.Contacts.Routing;

/// <summary>Decides where a contact goes and when it is its turn. Pure: the same need in the same situation is routed alike.</summary>
public sealed class ContactRouter
{
    /// <summary>Share of callers; patience is about exponential.</summary>
    private const double WouldGiveUp = 0.25;

    /// <summary>Levels of a proficiency in Amazon Connect.</summary>
    private const int MinimumLevel = 1;
    private const int MaximumLevel = 5;

    private readonly ContactCenterConfiguration _configuration;
    private readonly BusinessCalendar _calendar;

    /// <summary>A router by a configuration.</summary>
    /// <exception cref="ArgumentException">The configuration has no queue.</exception>
    public ContactRouter(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration.Queues.Count == 0)
        {
            throw new ArgumentException("contacts cannot be routed without a queue: add one to $.queues", nameof(configuration));
        }

        _configuration = configuration;
        _calendar = new BusinessCalendar(configuration);
        Default = new RoutingDecision
        {
            Instance = configuration.Instance,
            Queue = QueueChoice.Able(null, configuration)[0],
            Kind = RoutingKind.Preferred,
            Priority = ContactPriority.Of(new RoutingNeed(), configuration.Routing),
            IsOpen = true,
        };
    }

    /// <summary>The prepared decision: the default queue, in the order in which contacts came.</summary>
    public RoutingDecision Default { get; }

    /// <summary>
    /// Where a contact belongs, whoever is there and whatever is broken: for contacts that only try the way, as if it were open.
    /// </summary>
    public RoutingDecision Preferred(RoutingNeed need)
    {
        ArgumentNullException.ThrowIfNull(need);
        var asked = (need.Topic is { } topic ? _configuration.Routing.Topics.GetValueOrDefault(topic)?.Queue : null) ?? need.Queue;
        return Default with { Queue = QueueChoice.Able(asked, _configuration)[0], Reasons = ["it is synthetic"] };
    }

    /// <summary>
    /// A difficult contact asks for a level more than its topic, and a simple one for a level less; only where the configuration has
    /// <see cref="ComplexitySettings"/>: an attribute of that name may be anybody's.
    /// </summary>
    private TopicRoute? Levelled(TopicRoute? route, RoutingNeed need, LearnedComplexity? learned) =>
        route is null || _configuration.Topics.Complexity is null
        ? route
        : route with
        {
            Level = Math.Clamp(
                route.Level + ContactComplexity.After(need.Complexity, need.RecentContacts, need.Topic, need.Traits, learned) switch
                {
                    ContactComplexity.Difficult => 1,
                    ContactComplexity.Simple => -1,
                    _ => 0,
                },
                MinimumLevel, MaximumLevel),
        };

    /// <summary>Routes a contact.</summary>
    public RoutingDecision Route(RoutingNeed need, RoutingSituation situation)
    {
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(situation);
        var settings = _configuration.Routing;
        var route = Levelled(need.Topic is { } topic ? settings.Topics.GetValueOrDefault(topic) : null, need, situation.Complexity);
        var calendar = situation.Settings?.Calendar ?? _calendar;
        var known = situation with { Queues = Fresh(situation) };
        var asked = route?.Queue ?? need.Queue;
        var able = QueueChoice.Able(asked, _configuration);
        var promise = ContactPriority.Promise(need, settings) ?? able[0].MaximumWait ?? settings.AnswerWithin;
        var priority = ContactPriority.Of(need, settings);
        var served = able.Where(queue => calendar.IsOpen(queue, situation.At)).ToArray();
        var regular = QueueChoice.AmongOpen([.. able.Select(queue => QueueOutlook.Of(queue, priority, known, settings))], served, promise);
        var rescue = served.Length > 0 && regular.Kind != RoutingKind.Unstaffed ? null : Rescue(able, priority, known, promise);
        var choice = rescue ?? regular;
        var isOpen = served.Length > 0 || rescue is not null;
        var isLong = choice.Kind == RoutingKind.Unstaffed || choice.Outlook.Wait >= CallbackAfter(need, settings);
        return new RoutingDecision
        {
            Instance = _configuration.Instance,
            Queue = choice.Outlook.Queue,
            Kind = isOpen ? choice.Kind : RoutingKind.Closed,
            Priority = priority,
            Skill = route?.Skill,
            SkillLevel = route?.Level,
            Language = need.Language is { } language && settings.Languages.Contains(language) ? language : null,
            Criteria = RoutingCriteria.For(need, route, settings),
            PredictedWait = choice.Outlook.Wait,
            OffersCallback = isOpen && need.CanBeCalled && isLong,
            IsOpen = isOpen,
            KnowsQueues = known.Queues is not null,
            Reasons =
            [
                choice.Reason,
                .. asked is null || NamedQueue.Find(asked, _configuration) is not null
                    ? Array.Empty<string>()
                    : [$"the configuration has no queue {FlowValue.Of(asked)}"],
                .. served.Length > 0 && rescue is null
                    ? Array.Empty<string>()
                    : [Closed(calendar.IsOpen(situation.At), served.Length > 0, rescue is not null)],
                .. known.Queues is null ? ["the state of the queues is not known"] : Array.Empty<string>(),
                .. priority.Reasons,
            ],
        };
    }

    private static string Closed(bool isCenterOpen, bool isServed, bool isRescued)
    {
        var closed = isServed ? "nobody is in the queues that are open"
            : isCenterOpen ? "the queues that would do are closed" : "the center is closed";
        return isRescued ? $"{closed}, and agents are there for an emergency" : closed;
    }

    /// <summary>
    /// Who takes an emergency while the center is closed, or open where nobody is: the queues that can serve it, else any that can be
    /// routed to, as long as agents are known to be there. Null when it is no emergency or nobody is.
    /// </summary>
    private QueueChoice? Rescue(IReadOnlyList<QueueSettings> able, ContactPriority priority, RoutingSituation known, TimeSpan promise)
    {
        if (!priority.IsEmergency || known.Queues is null)
        {
            return null;
        }

        var staffed = Staffed(able);
        if (staffed.Length == 0)
        {
            staffed = Staffed(_configuration.Queues.Where(static queue => queue.Id is not null));
        }

        return staffed.Length > 0 ? QueueChoice.Among(staffed, promise) : null;

        QueueOutlook[] Staffed(IEnumerable<QueueSettings> queues) =>
            [
                .. queues.Select(queue => QueueOutlook.Of(queue, priority, known, _configuration.Routing)).Where(static outlook =>
                    outlook.IsStaffed == true)
            ];
    }

    /// <summary>
    /// When so many would give up before an answer, unless the configuration names a wait; who is promised much is asked sooner, when the
    /// wait is twice the promise.
    /// </summary>
    private static TimeSpan CallbackAfter(RoutingNeed need, RoutingSettings settings)
    {
        var after = settings.CallbackAfter ?? -Math.Log(1 - WouldGiveUp) * settings.Patience;
        return ContactPriority.Promise(need, settings) is { } promise && 2 * promise < after ? 2 * promise : after;
    }

    private static QueueStates? Fresh(RoutingSituation situation) =>
        situation.Queues is { } states && situation.At - states.At < QueueStates.StaleAfter ? states : null;
}
