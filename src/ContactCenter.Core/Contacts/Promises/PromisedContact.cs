using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Complexity;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Messaging;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Routing;
using ContactCenter.Core.Contacts.Serving;

namespace ContactCenter.Core.Contacts.Promises;

/// <summary>
/// A contact that is watched for what it was promised, with its transfers: they are contacts of their own in Amazon Connect, which name the
/// one that they began as. It is known from when the flow asks where it goes; contact events tell the rest, at best and in any order.
/// </summary>
/// <param name="Id">Id of the contact that it began as.</param>
/// <param name="Channel">How the customer reaches the center.</param>
/// <param name="Begun">When the flow asked.</param>
public sealed record PromisedContact(string Id, ContactChannel Channel, DateTimeOffset Begun)
{
    /// <summary>Characters of what a customer said that are kept.</summary>
    public const int MaximumSaid = 200;

    /// <summary>
    /// So long all parts must be over before the contact is: the event of a transfer may come after that of the part before it.
    /// </summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>No call goes on longer.</summary>
    private static readonly TimeSpan MaximumCall = TimeSpan.FromDays(1);

    /// <summary>How long days of counts are kept: two months, so that a report has the one before.</summary>
    public static readonly TimeSpan CountsKept = TimeSpan.FromDays(70);

    private static readonly ImmutableSortedSet<string> None = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Which kind of chat it is, or null.</summary>
    public MessagingChannel? Messaging { get; init; }

    /// <summary>Topic of the classifier, or null.</summary>
    public string? Topic { get; init; }

    /// <summary>Segment of the customer, or null.</summary>
    public string? Segment { get; init; }

    /// <summary>Queue of the configuration that it was sent to, or null.</summary>
    public string? Queue { get; init; }

    /// <summary>Level of the topic's skill that the file asked for, or null: the topic has no route.</summary>
    public int? Level { get; init; }

    /// <summary>How often the customer was in touch in the days before.</summary>
    public int RecentContacts { get; init; }

    /// <summary>What the customer said, personal data masked; null where that is not to be kept.</summary>
    public string? Said { get; init; }

    /// <summary>When it came into a queue for the first time; null: nobody has told.</summary>
    public DateTimeOffset? QueuedAt { get; init; }

    /// <summary>When an agent had it for the first time; null: none had.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When a part of it ended last.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What else is known when it is routed; null: nothing is learned of it.</summary>
    public ContactTraits? Traits { get; init; }

    /// <summary>How difficult the rule calls it by what is known then, or null.</summary>
    public string? Rule { get; init; }

    /// <summary>By which steps of its criteria agents took it, see <see cref="TakenBy.Text"/>.</summary>
    public ImmutableSortedSet<string> Taken { get; init; } = None;

    /// <summary>Ids of its parts.</summary>
    public ImmutableSortedSet<string> Parts { get; init; } = None;

    /// <summary>Those that are transfers.</summary>
    public ImmutableSortedSet<string> Transfers { get; init; } = None;

    /// <summary>Those that are over.</summary>
    public ImmutableSortedSet<string> Over { get; init; } = None;

    /// <summary>Reasons for which somebody was told, by <see cref="EscalationReason.Code"/>.</summary>
    public ImmutableSortedSet<string> Told { get; init; } = None;

    /// <summary>
    /// How long one is kept at most of which nobody tells the end: longer than Amazon Connect keeps such a contact alive. A call may go on
    /// as a callback, which waits for as long as a wish.
    /// </summary>
    public static TimeSpan Kept(ContactChannel channel) => channel switch
    {
        ContactChannel.Voice => CallbackWish.Kept,
        ContactChannel.Email => TimeSpan.FromDays(30),
        _ => TimeSpan.FromDays(8),
    };

    /// <summary>Whether all parts are over that are known: nobody has it, unless a transfer is still to be told of.</summary>
    public bool IsEnded => EndedAt is not null && Parts.Count > 0 && Parts.IsSubsetOf(Over);

    /// <summary>Whether nobody has it or waits with it any more.</summary>
    public bool IsOver(DateTimeOffset now) => IsEnded && now - EndedAt >= Grace;

    /// <summary>
    /// Whether its end must have been missed. Of a call that is one, and of which no end was heard, that is known after a day; one with
    /// parts may be a callback, over a night or a weekend.
    /// </summary>
    public bool IsLost(DateTimeOffset now) => !IsEnded
        && (now - Begun >= Kept(Channel)
            || (Channel == ContactChannel.Voice && Over.IsEmpty && (AnsweredAt is not null || Parts.Count <= 1)
                && now - (AnsweredAt ?? Begun) >= MaximumCall));

    /// <summary>How it ended; null where it is not over, no agent had it, or its topic or queue is not known.</summary>
    public ContactOutcome? Outcome => IsEnded && Topic is { } topic && Queue is { } queue && EndedAt >= AnsweredAt
        ? new ContactOutcome(Id, topic, queue, Level, !Transfers.IsEmpty, (long)(EndedAt.Value - AnsweredAt.Value).TotalSeconds)
        {
            Traits = Traits,
            Rule = Rule,
            Met = First is { } first && first.Asked == Level ? first.Met : null,
            Skill = First is { } asked && asked.Asked == Level ? asked.Skill : null,
            Slot = First?.Slot,
        }
        : null;

    private TakenBy? First => TakenBy.Read(Taken.FirstOrDefault());

    /// <summary>The contact of a request to route it; null where it has no id or channel, or nothing is promised to it.</summary>
    /// <param name="request">What the flow sent.</param>
    /// <param name="queue">Queue that it goes to.</param>
    /// <param name="configuration">What is promised.</param>
    /// <param name="now">The time.</param>
    public static PromisedContact? Of(FlowRequest request, string queue, ContactCenterConfiguration configuration, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(configuration);
        if ((request.InitialContactId ?? request.ContactId) is not { } id || ContactChannels.Find(request.Channel) is not { } channel)
        {
            return null;
        }

        var need = RoutingNeed.Of(request);
        var isLearned = configuration.Routing.LearnsRoutes && need.Topic is not null;
        var contact = new PromisedContact(id, channel, now)
        {
            Messaging = request.Messaging,
            Topic = need.Topic,
            Segment = need.Segment,
            Queue = queue,
            Level = need.Topic is { } topic ? configuration.Routing.Topics.GetValueOrDefault(topic)?.Level : null,
            RecentContacts = need.RecentContacts,
            Said = configuration.Contacts.Escalation?.Summary == true ? SummaryOf(request) : null,
            Parts = [request.ContactId ?? id],
            Traits = isLearned ? need.Traits : null,
            Rule = isLearned ? RuleOf(request, need, configuration.Topics.Complexity) : null,
        };
        return ContactPromises.Find(configuration.Contacts, contact.Topic, contact.Segment, channel, contact.Messaging) is null
            ? null
            : contact;
    }

    /// <summary>The level by rule, as far as it is known by now: what history is measured by.</summary>
    private static string RuleOf(FlowRequest request, RoutingNeed need, ComplexitySettings? settings)
    {
        string[] concerns =
        [
            .. Enumerable.Range(1, ContactDetails.MaximumConcerns)
                .Select(number => request.Find(ContactDetails.Concern(number)))
                .Append(need.Topic)
                .OfType<string>()
                .Where(static topic => topic != FlowValue.None)
                .Distinct(StringComparer.Ordinal),
        ];
        return settings is null
            ? ContactComplexity.Usual
            : ContactComplexity.Of(
                new KnownContact(concerns, IsUnsure: false, Words: 0, need.Sentiment, need.RecentContacts), settings).Level;
    }

    /// <summary>What the customer said, personal data masked, or null: what a dialogue was told says most.</summary>
    internal static string? SummaryOf(FlowRequest request)
    {
        var said = MaskedText.Of(request.Find("dialogueSaid") ?? ContactWords.Of(request).Words, MaximumSaid);
        return said.Length == 0 ? null : CleanText.Line(said, MaximumSaid);
    }
}

/// <summary>Keeps contacts that are watched, and by the day how promises were kept.</summary>
public interface IPromisedContacts
{
    /// <summary>Takes a contact; one that is there stays as it is.</summary>
    /// <returns>True when it is new.</returns>
    ValueTask<bool> AddAsync(PromisedContact contact, CancellationToken cancellationToken);

    /// <summary>Adds what an event says to its contact; in any order and more than once it comes to the same.</summary>
    /// <returns>True when the contact is watched.</returns>
    ValueTask<bool> HearAsync(HeardEvent heard, CancellationToken cancellationToken);

    /// <summary>All contacts that are watched.</summary>
    ValueTask<IReadOnlyList<PromisedContact>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Takes a reason for a message.</summary>
    /// <returns>True when nobody has taken it before, and the contact is watched.</returns>
    ValueTask<bool> ClaimAsync(string contactId, string reason, CancellationToken cancellationToken);

    /// <summary>Gives a reason back of which nobody could be told.</summary>
    ValueTask ReleaseAsync(string contactId, string reason, CancellationToken cancellationToken);

    /// <summary>Removes a contact.</summary>
    /// <returns>True when it was there.</returns>
    ValueTask<bool> RemoveAsync(string contactId, CancellationToken cancellationToken);

    /// <summary>Adds to the counts of a promise on a day.</summary>
    ValueTask CountAsync(DateOnly day, string promise, PromiseCount more, CancellationToken cancellationToken);

    /// <summary>Counts since a day, the oldest first.</summary>
    ValueTask<IReadOnlyList<PromiseDay>> SinceAsync(DateOnly day, CancellationToken cancellationToken);
}
