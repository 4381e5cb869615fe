using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// How often a customer was in touch lately, and their last ticket. It is asked beside the customer system and may cost a caller nothing:
/// whatever fails or takes too long, it is not known.
/// </summary>
/// <param name="history">The history, or null: nobody is remembered.</param>
/// <param name="secrets">Where the key of the history is.</param>
/// <param name="secret">ARN of that secret, or null: nobody is remembered.</param>
/// <param name="clock">The time.</param>
public sealed class RecentCallers(ICallerHistory? history, ISecretSource secrets, string? secret, TimeProvider clock)
{
    /// <summary>The longest that it is waited for, the key included.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

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

        try
        {
            return await RecallAsync(history, secret, request, contact, cancellationToken)
                .WaitAsync(Patience, clock, cancellationToken);
        }
#pragma warning disable CA1031 // a caller is waiting, and does so no longer because of this
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private async Task<CallerMemory?> RecallAsync(
        ICallerHistory known, string arn, FlowRequest request, string contact, CancellationToken cancellationToken)
    {
        var key = (await secrets.GetAsync(arn, cancellationToken)).Key(KeyMember);
        return CallerKey.Of(request, key) is { } caller
            ? await known.ArriveAsync(caller, contact, clock.GetUtcNow(), cancellationToken)
            : null;
    }
}
