using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>
/// The pages behind signed links: no script, nothing from elsewhere, one button. Everything that is not ours is HTML-encoded.
/// </summary>
internal static class LinkPage
{
    private const string Style =
        "body{font:18px/1.5 system-ui,sans-serif;max-width:34em;margin:3em auto;padding:0 1em;color:#16191f;background:#fff}"
        + "h1{font-size:1.4em}button{font:inherit;font-weight:600;padding:.7em "
        + "1.4em;border:0;border-radius:.4em;background:#0b5cad;color:#fff;cursor:pointer}"
        + "@media(prefers-color-scheme:dark){body{color:#f2f3f3;background:#16191f}}";

    /// <summary>Only our own style counts, named by its hash; forms go to this address alone; nobody may frame the page.</summary>
    public static ImmutableDictionary<string, string> Headers { get; } = ImmutableDictionary.CreateRange(
    [
        KeyValuePair.Create("content-type", "text/html; charset=utf-8"),
        KeyValuePair.Create("cache-control", "no-store"),
        KeyValuePair.Create("x-content-type-options", "nosniff"),
        KeyValuePair.Create("referrer-policy", "no-referrer"),
        KeyValuePair.Create("x-robots-tag", "noindex, nofollow"),
        KeyValuePair.Create(
            "content-security-policy",
            $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
                + $"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
    ]);

    /// <summary>Asks whether the reader means it. Mail scanners and chat previews open links; they press no buttons.</summary>
    public static string Confirm(LinkClaim claim, Incident incident, Translation words)
    {
        var label = words.Of(OfferedActions.Label(claim.Action));
        return Page(
            $"{label}?",
            $"<p><strong>{Encode(incident.Severity.ToString())} {Encode(words.Of(incident.Subject))}: "
                + $"{Encode(words.Of(incident.Symptom))}</strong><br>{Encode(words.Of(Sentences.LabelIncident))} "
                + $"{Encode(claim.IncidentId)}</p>"
            + (claim.Action == PersonAction.Approve
                ? $"<p>{Encode(words.Of(incident.PendingApproval?.Text ?? Sentences.NothingToApprove))}</p>"
                : "")
            + $"<form method=\"post\"><button type=\"submit\">{Encode(label)}</button></form>"
            + $"<p>{Encode(words.Of(Sentences.RecordedAs(claim.Recipient)))}</p>",
            words);
    }

    /// <summary>Says something.</summary>
    public static string Say(string title, string text, Translation words) =>
        Page(words.Of(title), $"<p>{Encode(words.Of(text))}</p>", words);

    private static string Page(string title, string content, Translation words) =>
        $"<!DOCTYPE html><html lang=\"{words.Language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
            + "content=\"width=device-width,initial-scale=1\">"
        + $"<title>{Encode(title)}</title><style>{Style}</style></head><body><main><h1>{Encode(title)}</h1>{content}</main></body></html>";

    private static string Encode(string text) => WebUtility.HtmlEncode(CleanText.Line(text, 300));
}
