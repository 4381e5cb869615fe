using System.Globalization;
using ContactCenter.Core.Api;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Common;
using ContactCenter.Core.Settings;
using ContactCenter.Plots;
using ContactCenter.Web.Texts;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Web.Serving;

/// <summary>Who reads a page, and how.</summary>
public sealed record PageReader
{
    /// <summary>Cookie of the zone.</summary>
    public const string ZoneCookie = "zone";

    /// <summary>Cookie of the language.</summary>
    public const string LanguageCookie = "language";

    /// <summary>Cookie of light or dark.</summary>
    public const string ThemeCookie = "theme";

    /// <summary>Who.</summary>
    public required ApiCaller Caller { get; init; }

    /// <summary>The time where the incidents are.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The zone of times.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary><c>light</c>, <c>dark</c>, or <c>auto</c> as the machine has it.</summary>
    public required string Theme { get; init; }

    /// <summary>The address of the page, to come back to.</summary>
    public required string Address { get; init; }

    /// <summary>What every form carries, so that no other page can send one.</summary>
    public required string Token { get; init; }

    /// <summary>What came of what was done before.</summary>
    public Flash? Flash { get; init; }

    /// <summary>True where people have signed in, and so can sign out.</summary>
    public bool HasSignIn { get; init; }

    /// <summary>The simulated center, or null.</summary>
    public ISimulatedCenter? Simulation { get; init; }

    /// <summary>True for whoever may act.</summary>
    public bool MayAct => Caller.Role >= ApiRole.Responder;

    /// <summary>True for whoever may decide what customers meet.</summary>
    public bool MayDecide => Caller.Role >= ApiRole.Administrator;

    /// <summary>Why somebody cannot change settings of a kind, for disabled controls; null: they can.</summary>
    public string? WhyNotChange(SettingKind kind) => !MayAct ? WhyNot
        : MayDecide || kind is SettingKind.OnCall or SettingKind.Maintenance or SettingKind.Mutes ? null
        : Say.WhyNotAdministrator(ApiDesk.Name(Caller.Role!.Value));

    /// <summary>Why somebody who may not act cannot, for disabled controls.</summary>
    public string WhyNot => Say.WhyNotYourRole(ApiDesk.Name(Caller.Role ?? ApiRole.Viewer));

    /// <summary>How a request is read.</summary>
    public static PageReader Of(HttpContext context, ConsoleHost host, ApiCaller caller, string token, Flash? flash) => new()
    {
        Caller = caller,
        Now = host.Clock.GetUtcNow(),
        Zone = ZoneOf(context.Request.Cookies[ZoneCookie]) ?? host.Zone,
        Theme = context.Request.Cookies[ThemeCookie] is ("light" or "dark") and { } theme ? theme : "auto",
        Address = context.Request.Path + context.Request.QueryString,
        Token = token,
        Flash = flash,
        HasSignIn = host.HasSignIn,
        Simulation = host.Simulation,
    };

    /// <summary>A zone by its name; null where there is none. A name is short and made of few signs, whatever a cookie holds.</summary>
    public static TimeZoneInfo? ZoneOf(string? name) =>
        name is { Length: > 0 and <= 60 }
        && name.All(static sign => char.IsAsciiLetterOrDigit(sign) || sign is '/' or '_' or '-' or '+')
        && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : null;

    /// <summary>A time by the clock of the reader: with its day unless it is today.</summary>
    public string Clock(DateTimeOffset at) => Clock(at, Zone);

    /// <summary>A time by the clock of somebody.</summary>
    public string Clock(DateTimeOffset at, TimeZoneInfo zone)
    {
        var (local, today) = (TimeZoneInfo.ConvertTime(at, zone), TimeZoneInfo.ConvertTime(Now, zone).Date);
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return local.Date == today ? time : $"{Day(local)} {time}";
    }

    /// <summary>The day by the clock of the reader.</summary>
    public DateOnly Today => LocalDay.Of(Now, Zone);

    /// <summary>A time by the clock of the reader, as a field for times takes it.</summary>
    public string Field(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, Zone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A day as people say it, such as <c>Mon 30 Nov</c>.</summary>
    public static string Day(DateTimeOffset local) =>
        Say.Day(
            Say.Days.Split(' ')[((int)local.DayOfWeek + 6) % 7],
            local.Day.ToString(CultureInfo.InvariantCulture),
            Say.Months.Split(' ')[local.Month - 1]);

    /// <summary>The same time in UTC, for whoever points at it, and for what is copied.</summary>
    public static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A length of time in its two largest units.</summary>
    public static string Length(TimeSpan time)
    {
        var seconds = Math.Abs(time.TotalSeconds);
        return seconds switch
        {
            < 60 => Say.LengthSeconds(Whole(seconds)),
            < 3600 => Say.LengthMinutes(Whole(seconds / 60)),
            < 36 * 3600 => Say.LengthHours(Whole(Math.Floor(seconds / 3600)), Whole(Math.Floor(seconds % 3600 / 60))),
            _ => Say.LengthDays(Whole(Math.Round(seconds / 86400))),
        };

        static string Whole(double value) => Math.Floor(value).ToString("0", CultureInfo.InvariantCulture);
    }

    /// <summary>How long ago, or how far ahead.</summary>
    public string Distance(DateTimeOffset at) => at <= Now ? Say.Ago(Length(Now - at)) : Say.Ahead(Length(at - Now));

    /// <summary>How plots are written.</summary>
    public static PlotWords PlotWords => new(
        Spoken.Now.Number("0.5").Trim('0', '5'),
        Spoken.Now.Number("1,000").Trim('0', '1'),
        Say.Days.Split(' '),
        Say.Months.Split(' '),
        DayFirst: Spoken.Now.Language != "en");
}
