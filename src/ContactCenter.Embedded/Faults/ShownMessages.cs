using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Embedded.Faults;

/// <summary>What people read where what arrives last stands: messages that are changed in place, alerts; by incident and address.</summary>
internal sealed class ShownMessages
{
    private readonly Dictionary<(string IncidentId, string Address), ShownMessage> _shown = [];

    public IReadOnlyCollection<ShownMessage> All => _shown.Values;

    public void Arrive(NotifyEffect effect, Endpoint endpoint, DateTimeOffset at)
    {
        if (!ChannelTraits.ShowsWhatCameLast(endpoint.Channel))
        {
            return;
        }

        var before = _shown.GetValueOrDefault((effect.IncidentId, endpoint.To));
        var number = SentMessage.NumberOf(effect.Id);
        var newest = Math.Max(number, before?.Newest ?? 0);
        _shown[(effect.IncidentId, endpoint.To)] = new ShownMessage(
            effect.IncidentId, endpoint, effect.Message.State, newest, number < newest ? before?.OutdatedSince ?? at : null);
    }

    /// <summary>Changes a message that is there; there is none where nothing has arrived.</summary>
    public void Amend(NotifyEffect effect, Endpoint endpoint)
    {
        if (_shown.TryGetValue((effect.IncidentId, endpoint.To), out var shown))
        {
            _shown[(effect.IncidentId, endpoint.To)] = shown with { State = effect.Message.State, OutdatedSince = null };
        }
    }
}

/// <summary>A message that is changed in place.</summary>
/// <param name="IncidentId">Its incident.</param>
/// <param name="Endpoint">Where it stands.</param>
/// <param name="State">What it shows.</param>
/// <param name="Newest">Number of the newest effect that has arrived there.</param>
/// <param name="OutdatedSince">Since when it shows an older one; null: it does not.</param>
internal sealed record ShownMessage(string IncidentId, Endpoint Endpoint, IncidentState State, int Newest, DateTimeOffset? OutdatedSince);
