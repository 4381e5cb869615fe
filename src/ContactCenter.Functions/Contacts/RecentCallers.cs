using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.NextTopics;
using ContactCenter.Core.Contacts.Routing;
using ContactCenter.Language.Sequences;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// How often a customer was in touch lately, and their last ticket. It is asked beside the customer system and may cost a caller nothing:
/// whatever fails or takes too long, it is not known.
/// </summary>
/// <param name="history">The history, or null: nobody is remembered.</param>
/// <param name="secrets">Where the key of the history is.</param>
/// <param name="secret">ARN of that secret, or null: nobody is remembered.</param>
/// <param name="clock">The time.</param>
/// <param name="topics">What customers were in touch about, or null: that is not kept.</param>
public sealed class RecentCallers(
    ICallerHistory? history, ISecretSource secrets, string? secret, TimeProvider clock, ITopicHistories? topics = null)
{
    /// <summary>The longest that it is waited for, the key included.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>It is learned once a day.</summary>
    private static readonly TimeSpan LearnedFresh = TimeSpan.FromMinutes(10);

    private readonly KnownView<LikelyTopics>? _likely =
        topics is null ? null : new(topics.ReadAsync, LearnedFresh, LikelyTopics.Useful, clock);

    /// <summary>Member of the secret that holds the key.</summary>
    private const string KeyMember = "key";

    /// <summary>
    /// Notes the contact, and tells what is remembered of the customer; null when it is not known. A transfer is a contact of its own to
    /// Amazon Connect, and the same one to the customer.
    /// </summary>
    public async Task<CallerMemory?> RecallAsync(FlowRequest request, CancellationToken cancellationToken)
    {
        if (history is null || secret is null || (request.InitialContactId ?? request.ContactId) is not { } contact)
        {
            return null;
        }

        // beside each other and each for itself: what fails costs what it would have told
        var caller = WithinAsync(
            async () => CallerKey.Of(request, (await secrets.GetAsync(secret, cancellationToken)).Key(KeyMember)), cancellationToken);
        var memory = WithinAsync(
            async () => await caller is { } known
                ? await history.ArriveAsync(known, contact, clock.GetUtcNow(), cancellationToken)
                : null,
            cancellationToken);
        var next = WithinAsync(
            async () => topics is not null && RoutingNeed.Of(request).Topic is { } topic && await caller is { } known
                ? await NextAsync(topics, known, contact, topic, cancellationToken)
                : null,
            cancellationToken);
        return await memory is { } recalled ? recalled with { Next = await next } : null;
    }

    private async Task<TopicGuess?> NextAsync(
        ITopicHistories kept, string caller, string contact, string topic, CancellationToken cancellationToken)
    {
        var likely = _likely!.GetAsync().AsTask();
        var before = await kept.AddAsync(caller, contact, topic, clock.GetUtcNow(), cancellationToken);
        return (await likely)?.Next(before);
    }

    private async Task<T?> WithinAsync<T>(Func<Task<T?>> ask, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await ask().WaitAsync(Patience, clock, cancellationToken);
        }
#pragma warning disable CA1031 // a caller is waiting, and does so no longer because of this
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
