using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Reach;

/// <summary>
/// Sends a marked test to endpoints, by the channels by which incidents are told, and keeps the last receipt of each: the proof that people
/// can be reached, and when it was last shown.
/// </summary>
/// <param name="configuration">The configuration.</param>
/// <param name="channels">Sends notices.</param>
/// <param name="receipts">Keeps receipts.</param>
public sealed class ReachTester(ContactCenterConfiguration configuration, INoticeChannel channels, ReceiptBook receipts)
{
    /// <summary>
    /// Tests whom a request is about, once: who has a receipt of this very request is left out, so that one which arrives again after a
    /// crash goes on where it ended, and one that arrives twice tests nobody twice.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="policy">Who is on call, and how everybody reads.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Signalled shortly before the process must stop.</param>
    public async Task<IReadOnlyList<Receipt>> AnswerAsync(
        ReachRequest request, IncidentPolicy policy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var last = await receipts.LastAsync(ReachPlan.Asked(configuration, policy, request, now), cancellationToken);
        var left = last.Where(one => one.Last?.Request != request.Id).Select(static one => one.Endpoint).ToArray();
        return await TestAsync(left, policy, request, now, cancellationToken);
    }

    /// <summary>Tests endpoints, and keeps what each of them answered.</summary>
    /// <param name="endpoints">The endpoints.</param>
    /// <param name="policy">How everybody reads.</param>
    /// <param name="request">Which request is answered; null: that of the week.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Signalled shortly before the process must stop.</param>
    public async Task<IReadOnlyList<Receipt>> TestAsync(
        IReadOnlyList<TestedEndpoint> endpoints, IncidentPolicy policy, ReachRequest? request, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(policy);
        var answers = new Receipt[endpoints.Count];
        await Parallel.ForAsync(0, endpoints.Count, ReceiptBook.AtOnce(cancellationToken), async (i, token) =>
        {
            var one = endpoints[i];
            var notice = Notice(one, policy.ReaderOf(one.Audience, one.Person, one.Endpoint), request?.By, now);
            var answer = await channels.SendAsync(notice, one.Audience, one.Endpoint, token);
            answers[i] = new Receipt(
                one.Audience, one.Owner, one.Endpoint.Channel, one.Endpoint.To, now, answer.Outcome, answer.Words, answer.Id, request?.By)
            {
                Request = request?.Id,
            };
            await receipts.KeepAsync(one, answers[i], token);
        });
        return answers;
    }

    /// <summary>What a test says: that it is one, of what, and that nothing is to be done.</summary>
    internal Notice Notice(TestedEndpoint one, Reader reader, string? by, DateTimeOffset now) => new()
    {
        Id = $"test-{now.ToUnixTimeSeconds()}-{one.NoteName[^8..]}",
        Subject = reader.Words.Of(Sentences.ReachSubject),
        Paragraphs =
        [
            reader.Words.Of(Sentences.ReachWhat(configuration.Environment, configuration.Instance.Alias, one.Audience)),
            reader.Words.Of(Sentences.ReachNothing),
            $"{reader.Words.Of(by is null ? Sentences.ReachWeekly : Sentences.ReachAsked(by))} {reader.Moment(now)}",
        ],
        Brief = $"{reader.Words.Of(Sentences.ReachShort(configuration.Environment, one.Audience))} "
            + reader.Words.Of(Sentences.ReachNoAct),
        At = now,
        Reader = reader,
        IsTest = true,
    };
}
