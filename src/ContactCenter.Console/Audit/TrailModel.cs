using ContactCenter.Core.Api.Trails;
using ContactCenter.Web.Serving;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Web.Audit;

/// <summary>What is asked of the trail; it stands in the address.</summary>
public sealed record TrailFilter
{
    /// <summary>A part of who called; empty: everybody.</summary>
    public string Who { get; init; } = "";

    /// <summary>A part of what was called; empty: everything.</summary>
    public string What { get; init; } = "";

    /// <summary>A part of what it was about; empty: everything.</summary>
    public string Resource { get; init; } = "";

    /// <summary>From then on, by the clock of the reader as a form has it; empty: an hour before the end.</summary>
    public string From { get; init; } = "";

    /// <summary>Before then; empty: now.</summary>
    public string To { get; init; } = "";

    /// <summary>Whether somebody has asked: a page that is opened reads nothing yet.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Reads an address.</summary>
    public static TrailFilter Of(IQueryCollection query) => new()
    {
        Who = ListAddress.Text(query["who"]),
        What = ListAddress.Text(query["what"]),
        Resource = ListAddress.Text(query["resource"]),
        From = ListAddress.Text(query["from"]),
        To = ListAddress.Text(query["to"]),
        IsAsked = query.ContainsKey("who"),
    };
}

/// <summary>What the page of the trail shows.</summary>
public sealed record TrailModel
{
    /// <summary>So many calls stand on it.</summary>
    private const int MaximumCalls = 200;

    /// <summary>What is asked.</summary>
    public required TrailFilter Filter { get; init; }

    /// <summary>What the trail says; null: nobody has asked, or it cannot be asked.</summary>
    public TrailView? View { get; init; }

    /// <summary>Why it cannot be asked; null: it can.</summary>
    public Problem? Problem { get; init; }

    /// <summary>Asks, where somebody wants to.</summary>
    internal static async Task<TrailModel> LoadAsync(Answers answers, TrailFilter filter, TimeZoneInfo zone)
    {
        if (!filter.IsAsked)
        {
            return new TrailModel { Filter = filter };
        }

        var (view, problem) = await answers.GetAsync(
            "/trail",
            ConsoleJson.Default.TrailView,
            ("from", Moment(filter.From, zone)),
            ("to", Moment(filter.To, zone)),
            ("who", Said(filter.Who)),
            ("what", Said(filter.What)),
            ("resource", Said(filter.Resource)),
            ("limit", $"{MaximumCalls}"));
        return new TrailModel { Filter = filter, View = view, Problem = problem };
    }

    private static string? Said(string text) => text.Length > 0 ? text : null;

    /// <summary>A time of a form as the API reads it; what is none is sent as it is, so that the API says what is wrong with it.</summary>
    private static string? Moment(string text, TimeZoneInfo zone) => text.Length == 0 ? null
        : Filled.TimeOf(text, zone) is { } time ? Answers.Time(time) : text;
}
