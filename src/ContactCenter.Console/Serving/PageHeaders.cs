using ContactCenter.Web.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ContactCenter.Web.Serving;

/// <summary>
/// What every request passes first, whoever sends it: the headers that keep a browser from doing more than the page says, a host that is
/// ours, and the files that are nobody's secret.
/// </summary>
/// <param name="next">What is behind.</param>
/// <param name="host">Where the console stands.</param>
internal sealed class PageHeaders(RequestDelegate next, ConsoleHost host)
{
    /// <summary>Nothing runs and nothing is styled but what comes from here as a file.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    /// <summary>No form of the console is larger, in bytes.</summary>
    private const int MaximumBody = 64 * 1024;

    /// <summary>Binds the browser, and lets a request to a host of ours pass.</summary>
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
        else if (context.Request.ContentLength > MaximumBody)
        {
            // where no server has counted while it read
            await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, Say.RefusedForm);
        }
        else if (SiteAssets.Find(context.Request.Path) is { } asset && HttpMethods.IsGet(context.Request.Method))
        {
            headers.CacheControl = "public, max-age=31536000, immutable";
            context.Response.ContentType = asset.MediaType;
            context.Response.ContentLength = asset.Bytes.Length;
            await context.Response.Body.WriteAsync(asset.Bytes, context.RequestAborted);
        }
        else
        {
            await next(context);
        }
    }

    /// <summary>Refuses a request in one sentence.</summary>
    internal static Task RefuseAsync(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(why, context.RequestAborted);
    }
}
