using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Deployment.Synthetic;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Whether a contact is one that this system has made itself. A customer waits for none of it: only who has the attribute is looked at,
/// not for long, and whoever cannot be proved synthetic counts as a customer.
/// </summary>
/// <param name="secrets">Where the mark is.</param>
/// <param name="secret">ARN of its secret, or null: there are no synthetic contacts.</param>
/// <param name="clock">Says what time it is.</param>
public sealed class SyntheticCheck(ISecretSource secrets, string? secret, TimeProvider clock)
{
    /// <summary>The longest that a contact with the attribute waits for it; the mark is then known for some minutes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Whether a contact that asks a hook is synthetic.</summary>
    public ValueTask<bool> IsAsync(FlowRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return IsAsync(request.Attributes.GetValueOrDefault(SyntheticMark.Attribute));
    }

    /// <summary>Whether that is the mark.</summary>
    /// <param name="told">What the contact has as the attribute, or null.</param>
    public async ValueTask<bool> IsAsync(string? told) =>
        !string.IsNullOrEmpty(told) && await MarkAsync() is { } mark && SyntheticMark.Is(told, mark);

    /// <summary>The mark; null where it cannot be had.</summary>
    public async ValueTask<byte[]?> MarkAsync()
    {
        if (secret is null)
        {
            return null;
        }

        using var limit = new CancellationTokenSource(Patience, clock);
        try
        {
            return (await secrets.GetAsync(secret, limit.Token).AsTask().WaitAsync(Patience, clock, limit.Token)).Key(SyntheticMark.Member);
        }
#pragma warning disable CA1031 // a customer may be waiting, and counts
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
