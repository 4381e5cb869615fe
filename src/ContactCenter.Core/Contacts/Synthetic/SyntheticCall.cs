using System.Text.Json;
using ContactCenter.Core.Configuration.Synthetic;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Core.Contacts.Synthetic;

/// <summary>
/// A call that is dialled now. It is written down before it is placed: a caller who shows its number at another time is a customer, and so
/// is every further one while it lasts.
/// </summary>
/// <param name="Token">Tells it from every other.</param>
/// <param name="From">The number that calls.</param>
/// <param name="To">The number that is called.</param>
/// <param name="BegunAt">When it was placed.</param>
public sealed record SyntheticCall(string Token, string From, string To, DateTimeOffset BegunAt)
{
    /// <summary>What names of its notes begin with.</summary>
    public const string NotePrefix = "synthetic-call-";

    /// <summary>Name of the note in which the call stands that is under way.</summary>
    public const string Note = $"{NotePrefix}now";

    /// <summary>
    /// So long a call may be on its way: a telephone rings for a minute at most, and networks and a flow that asks for the language need
    /// less than another. The rest is for clocks and a minute between two looks.
    /// </summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(3);

    /// <summary>Name of the note in which it stands that a call has arrived.</summary>
    /// <param name="token">The token of the call.</param>
    public static string ArrivalNote(string token) => $"{NotePrefix}arrived-{token}";

    /// <summary>Whether a contact that asks a hook can be this call.</summary>
    /// <param name="request">What the flow tells.</param>
    /// <param name="now">The time.</param>
    public bool Fits(FlowRequest request, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        return now >= BegunAt && now < BegunAt + Lasts && request.CustomerAddress == From && request.SystemAddress == To;
    }

    /// <summary>Reads what was kept; null: no call is under way.</summary>
    public static SyntheticCall? Read(string? kept)
    {
        try
        {
            return string.IsNullOrEmpty(kept) ? null : JsonSerializer.Deserialize(kept, SyntheticJson.Default.SyntheticCall);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What is kept.</summary>
    public string Write() => JsonSerializer.Serialize(this, SyntheticJson.Default.SyntheticCall);
}

/// <summary>
/// Knows the call that this system has dialled when it arrives. A customer waits for none of it: only who calls by the configured number is
/// looked at, not for long, and whoever cannot be proved to be that call counts as a customer.
/// </summary>
/// <param name="settings">Which number calls which; null: nothing dials.</param>
/// <param name="notebook">Where it stands that a call is under way.</param>
/// <param name="clock">Says what time it is.</param>
public sealed class SyntheticArrivals(SyntheticCallSettings? settings, INotebook notebook, TimeProvider clock)
{
    /// <summary>The longest that a caller by that number waits for it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Whether a contact is the call that is under way; one contact at most is, however often it asks.</summary>
    /// <param name="request">What the flow tells.</param>
    public async ValueTask<bool> IsAsync(FlowRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (settings is null || request.ContactId is not { } contact || request.Channel != "VOICE"
            || request.CustomerAddress != settings.From || request.SystemAddress is not { } called || !settings.To.Contains(called))
        {
            return false;
        }

        using var limit = new CancellationTokenSource(Patience, clock);
        try
        {
            return await ArrivesAsync(contact, request, limit.Token).WaitAsync(Patience, clock, limit.Token);
        }
#pragma warning disable CA1031 // a customer may be waiting, and counts
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    private async Task<bool> ArrivesAsync(string contact, FlowRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (SyntheticCall.Read(await notebook.FindAsync(SyntheticCall.Note, cancellationToken)) is not { } call || !call.Fits(request, now))
        {
            return false;
        }

        var note = SyntheticCall.ArrivalNote(call.Token);
        return await notebook.TryAddAsync(note, contact, now + Kept, cancellationToken)
            || await notebook.FindAsync(note, cancellationToken) == contact;
    }
}
