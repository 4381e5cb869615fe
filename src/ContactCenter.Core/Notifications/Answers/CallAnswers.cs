using System.Security.Cryptography;
using System.Text;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>
/// People answer a call by a key, and Amazon Connect tells when a call has ended. A key acts as a button in Slack does, for whoever was
/// called; what proves the call is known to it alone. Whichever comes first is its outcome, and the effect that waits for it goes on at
/// once.
/// </summary>
/// <param name="store">Where incidents stand.</param>
/// <param name="pipeline">Through which people act.</param>
/// <param name="policy">Whose a number is, and who is told after them.</param>
/// <param name="notebook">Where calls are remembered.</param>
/// <param name="outbox">Where their effects wait.</param>
public sealed class CallAnswers(
    IIncidentStore store, IncidentPipeline pipeline, IncidentPolicy policy, INotebook notebook, IOutbox outbox)
{
    /// <summary>The key that takes the incident.</summary>
    public const string TakeKey = "1";

    /// <summary>The key that passes it on.</summary>
    public const string PassKey = "2";

    /// <summary>A hook may be asked again for as long as its call may last.</summary>
    private static readonly TimeSpan RememberKeys = TimeSpan.FromHours(1);

    /// <summary>A key was pressed.</summary>
    /// <param name="call">What the contact carries as <c>call</c>.</param>
    /// <param name="key">The key.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What is said to the person; null when there is no such call, or the key does nothing.</returns>
    public async ValueTask<CallAnswer?> PressAsync(string? call, string? key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (key is not (TakeKey or PassKey)
            || call?.Split('/') is not [var name, var token]
            || PlacedCall.EffectOf(name) is not { } effectId
            || PlacedCall.Read(await notebook.FindAsync(name, cancellationToken)) is not { } placed
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(placed.Token), Encoding.UTF8.GetBytes(token)))
        {
            return null;
        }

        var (answer, outcome) = await ActAsync(name, effectId, placed, key, now, cancellationToken);
        await SettleAsync(name, effectId, outcome, now, cancellationToken);
        return answer;
    }

    /// <summary>A contact has ended; that is the outcome of a call in which no key was pressed before.</summary>
    /// <param name="contactId">The contact; most are no calls of this system.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>True for a call of this system.</returns>
    public async ValueTask<bool> EndAsync(string contactId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // first its end, then whose it is: who places the call does it the other way round, so that one of the two sees both
        _ = await notebook.TryAddAsync(PlacedCall.EndOf(contactId), PlacedCall.Ended, now + PlacedCall.RememberEnd, cancellationToken);
        if (await notebook.FindAsync(PlacedCall.OfContact(contactId), cancellationToken) is not { } name
            || PlacedCall.EffectOf(name) is not { } effectId)
        {
            return false;
        }

        await SettleAsync(name, effectId, PlacedCall.Ended, now, cancellationToken);
        return true;
    }

    private async ValueTask<(CallAnswer Answer, string Outcome)> ActAsync(
        string name, string effectId, PlacedCall placed, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var incidentId = effectId[..effectId.LastIndexOf('.')];
        var who = policy.NameOf(placed.To);
        var endpoint = policy.Endpoint(placed.Audience, Channel.Call, placed.To, placed.PlacedAt);
        var words = endpoint is null ? policy.Anybody.Words : policy.ReaderOf(placed.Audience, endpoint, placed.PlacedAt).Words;
        if (await store.FindAsync(incidentId, cancellationToken) is not
            { Incident: { State: IncidentState.Open or IncidentState.Acknowledged } incident })
        {
            return (Said("over", Sentences.RefusedOver), PlacedCall.Reached);
        }

        if (incident is { State: IncidentState.Acknowledged, Acknowledgement: { IsSnooze: false, By: var other } } && other != who)
        {
            return (Said("taken_by_other", Sentences.IsTaken(other)), PlacedCall.Reached);
        }

        if (key == PassKey && endpoint is not null && policy.Fallbacks(placed.Audience, endpoint, placed.PlacedAt).Count > 0)
        {
            return (Said("passed_on", Sentences.CallIsPassedOn), PlacedCall.PassedOn);
        }

        // nobody stands behind this number: the next step of the escalation does
        var action = key == TakeKey ? PersonAction.Acknowledge : PersonAction.Escalate;
        var acted = new PersonActed(action, who) { Marks = [new ActMark($"{name}-{key}", now + RememberKeys)] };
        return await pipeline.ActAsync(incidentId, acted, now, cancellationToken) switch
        {
            null or { Refusal: not null } => (Said("over", Sentences.RefusedOver), PlacedCall.Reached),
            _ when action == PersonAction.Escalate => (Said("passed_on", Sentences.CallIsPassedOn), PlacedCall.Reached),
            _ => (Said("taken", Sentences.CallIsTaken), PlacedCall.Reached),
        };

        CallAnswer Said(string status, string sentence) => new(status, words.Of(sentence), incidentId, who);
    }

    private async ValueTask SettleAsync(
        string name, string effectId, string outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        _ = await notebook.TryAddAsync(PlacedCall.OutcomeOf(name), outcome, now + PlacedCall.RememberFor, cancellationToken);
        _ = await outbox.HastenAsync(effectId, now, cancellationToken);
    }
}

/// <summary>What became of a key.</summary>
/// <param name="Status"><c>taken</c>, <c>passed_on</c>, <c>taken_by_other</c> or <c>over</c>.</param>
/// <param name="Said">The same as a sentence, in the language of who was called.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Who">Who has pressed it.</param>
public sealed record CallAnswer(string Status, string Said, string IncidentId, string Who);
