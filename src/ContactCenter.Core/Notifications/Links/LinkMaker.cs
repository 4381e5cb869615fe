using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Links;

/// <summary>Makes the links of a message.</summary>
/// <param name="BaseAddress">The address below which links are answered, such as <c>https://incidents.example.com/a</c>.</param>
/// <param name="Keys">Sign them.</param>
/// <param name="Lifetime">How long a link counts after its message was decided; longer than the longest wait between two steps.</param>
/// <param name="Dashboard">Where to look, or null.</param>
public sealed record LinkMaker(Uri BaseAddress, LinkKeys Keys, TimeSpan Lifetime, Uri? Dashboard = null)
{
    /// <summary>How long links count where nothing else is said: a weekend.</summary>
    public static readonly TimeSpan DefaultLifetime = TimeSpan.FromDays(3);

    /// <summary>The links for the actions that the message offers.</summary>
    /// <param name="effect">The message.</param>
    /// <param name="recipient">To whom it goes, in the form that may stand on the timeline.</param>
    public ActionLinks For(NotifyEffect effect, string recipient)
    {
        var who = CleanText.Line(recipient, 128);
        var start = effect.IncidentId + ".";
        var step = effect.Id.StartsWith(start, StringComparison.Ordinal) ? effect.Id[start.Length..] : effect.Id;
        return new ActionLinks
        {
            Dashboard = Dashboard,
            Actions = OfferedActions.For(effect.Message).ToImmutableSortedDictionary(
                action => action,
                action => Address(
                    new LinkClaim(effect.IncidentId, action, who, step, effect.At + Lifetime), effect.Channel, effect.Message.Reader)),
        };
    }

    /// <summary>
    /// Of a text message the short form, which always fits; where it has no room for a claim, the long one. Behind it stands the language
    /// of the page, unless that is English; nobody gains anything by changing it, so it is not signed.
    /// </summary>
    private Uri Address(LinkClaim claim, Channel channel, Reader reader)
    {
        var segment = (channel == Channel.Sms ? ShortLinks.Make(claim, Keys) : null) ?? SignedLinks.Make(claim, Keys);
        var language = reader.Words.Language is Translation.SourceLanguage ? "" : $"?{reader.Words.Language}";
        return new Uri($"{BaseAddress.AbsoluteUri.TrimEnd('/')}/{segment}{language}");
    }
}
