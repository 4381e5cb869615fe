using ContactCenter.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Web.Serving;

/// <summary>Answers of the console.</summary>
internal static class Show
{
    /// <summary>Who reads, and what came of what they did before.</summary>
    public static PageReader ReaderOf(HttpContext context) => PageReader.Of(
        context,
        Service<ConsoleHost>(context),
        Guard.CallerOf(context),
        Service<IAntiforgery>(context).GetAndStoreTokens(context).RequestToken!,
        HttpMethods.IsGet(context.Request.Method) ? Service<FlashCookie>(context).Take(context) : null);

    /// <summary>The API in the name of whoever asks.</summary>
    public static Answers AnswersOf(HttpContext context) =>
        new(Service<ConsoleHost>(context), Guard.CallerOf(context), context.RequestAborted);

    /// <summary>A whole page.</summary>
    public static Task PageAsync<TPage>(HttpContext context, PageReader reader, object model, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(Parameters(reader, model)) { StatusCode = status }.ExecuteAsync(context);

    /// <summary>
    /// The part of a page that changes while one looks. Who has it already gets no body: the version stands for all that the API has
    /// answered, for the minute, and for how it is read.
    /// </summary>
    public static async Task LiveAsync<TPart>(HttpContext context, Answers answers, Func<PageReader, object> model)
        where TPart : IComponent
    {
        var host = Service<ConsoleHost>(context);
        var reader = PageReader.Of(context, host, Guard.CallerOf(context), token: "", flash: null);
        var minute = reader.Now.ToUnixTimeSeconds() / 60;
        var tag = $"\"{answers.Version}-{minute}-{Spoken.Now.Language}-{reader.Zone.Id.Replace('/', '-')}\"";
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        reader = reader with { Token = Service<IAntiforgery>(context).GetAndStoreTokens(context).RequestToken! };
        context.Response.Headers.CacheControl = "private, no-cache";
        await PageAsync<TPart>(context, reader, model(reader));
    }

    /// <summary>Back to the page that a form came from, so that loading it again sends nothing.</summary>
    public static void Back(HttpContext context, string? address, Flash? flash = null)
    {
        if (flash is not null)
        {
            Service<FlashCookie>(context).Set(context, flash);
        }

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = IsHere(address) ? address : "/";
    }

    private static Dictionary<string, object?> Parameters(PageReader reader, object model) =>
        new(StringComparer.Ordinal) { ["Reader"] = reader, ["Model"] = model };

    /// <summary>A path of ours, and no address of elsewhere: two slashes, or one and a backslash, would be a host.</summary>
    private static bool IsHere(string? address) =>
        address is ['/', ..] && address.Length <= 1000
        && (address.Length == 1 || address[1] is not ('/' or '\\'))
        && address.All(static sign => sign is > ' ' and < '\u007f' and not '\\');

    private static T Service<T>(HttpContext context)
        where T : notnull => context.RequestServices.GetRequiredService<T>();
}

/// <summary>What somebody has filled in.</summary>
/// <param name="form">The fields.</param>
public sealed class Filled(IFormCollection form)
{
    /// <summary>Longer nobody writes into a field.</summary>
    private const int MaximumField = 2000;

    /// <summary>Reads a form.</summary>
    public static async Task<Filled> ReadAsync(HttpContext context) =>
        new(await context.Request.ReadFormAsync(context.RequestAborted));

    /// <summary>Where to come back to.</summary>
    public string? Return => Text("return");

    /// <summary>Tells this filling from every other: sent twice it counts once.</summary>
    public string Key => Text("key") is { Length: > 0 and <= 60 } key && key.All(char.IsAsciiLetterOrDigit) ? key : NewKey();

    /// <summary>A new key for a form.</summary>
    public static string NewKey() => Guid.NewGuid().ToString("N");

    /// <summary>A field without blanks around it; null where it is empty.</summary>
    public string? Text(string name, int most = MaximumField) => form[name].ToString().Trim() is { Length: > 0 } text
        ? text.Length <= most ? text : text[..most]
        : null;

    /// <summary>A time that was filled in by the clock of the reader, such as <c>2026-11-30T18:00</c>; null where it is none.</summary>
    public DateTimeOffset? Time(string name, TimeZoneInfo zone) => TimeOf(Text(name), zone);

    /// <summary>The same of a text that stands elsewhere.</summary>
    public static DateTimeOffset? TimeOf(string? text, TimeZoneInfo zone)
    {
        if (!DateTime.TryParseExact(
            text,
            ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"],
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out var local) || local.Year is < 2000 or >= 2200)
        {
            return null;
        }

        return new DateTimeOffset(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone.GetUtcOffset(local));
    }
}
