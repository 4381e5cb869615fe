using ContactCenter.Core.Api.Access;
using ContactCenter.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ContactCenter.Web.Serving;

/// <summary>
/// What every request passes before a page is asked: the headers that keep a browser from doing more than the page says, a host that is
/// ours, somebody who is known, and for what changes something a form of ours, sent from a page of ours.
/// </summary>
/// <param name="next">What is behind.</param>
/// <param name="host">Where the console stands.</param>
/// <param name="antiforgery">Knows forms of ours.</param>
internal sealed class Guard(RequestDelegate next, ConsoleHost host, IAntiforgery antiforgery)
{
    /// <summary>Nothing runs and nothing is styled but what comes from here as a file.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    /// <summary>No form of the console is larger, in bytes.</summary>
    private const int MaximumBody = 64 * 1024;

    private static readonly object CallerKey = new();

    /// <summary>Who a request that has passed comes from.</summary>
    public static ApiCaller CallerOf(HttpContext context) => (ApiCaller)context.Items[CallerKey]!;

    /// <summary>Lets a request pass, or refuses it.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MaximumBody;
        }

        if (host.IsEncrypted)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        Spoken.Speak(
            context.Request.Cookies[PageReader.LanguageCookie] ?? context.Request.Headers.AcceptLanguage.ToString().Split(',', ';')[0]);
        if (!host.Hosts.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            await RefuseAsync(context, StatusCodes.Status421MisdirectedRequest, Say.RefusedHost);
        }
        else if (SiteAssets.Find(context.Request.Path) is { } asset && HttpMethods.IsGet(context.Request.Method))
        {
            headers.CacheControl = "public, max-age=31536000, immutable";
            context.Response.ContentType = asset.MediaType;
            context.Response.ContentLength = asset.Bytes.Length;
            await context.Response.Body.WriteAsync(asset.Bytes, context.RequestAborted);
        }
        else if (host.Caller(context) is not { Role: not null } caller)
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, Say.RefusedNobody);
        }
        else if (!HttpMethods.IsGet(context.Request.Method)
            && !HttpMethods.IsHead(context.Request.Method)
            && !(IsFromHere(context.Request) && await antiforgery.IsRequestValidAsync(context)))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, Say.RefusedForm);
        }
        else
        {
            context.Items[CallerKey] = caller;
            await next(context);
        }
    }

    /// <summary>Browsers say where a request comes from (Fetch Metadata); older ones at least the origin.</summary>
    private static bool IsFromHere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => true,
        "" => request.Headers.Origin.ToString() is "" or "null"
            ? request.Headers.Origin.Count == 0
            : request.Headers.Origin == $"{request.Scheme}://{request.Host}",
        _ => false,
    };

    private static Task RefuseAsync(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(why, context.RequestAborted);
    }
}
