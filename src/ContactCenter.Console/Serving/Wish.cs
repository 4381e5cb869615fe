using System.Text.Json.Nodes;
using ContactCenter.Core.Incidents;
using ContactCenter.Web.Texts;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Web.Serving;

/// <summary>What somebody is about to decide for a while: what it would do, or why it cannot be.</summary>
/// <param name="Filled">What was filled in; it stays in the form.</param>
public sealed record Wish(Filled Filled)
{
    /// <summary>What it would do; null: that is not known yet.</summary>
    public SettingPreview? Preview { get; init; }

    /// <summary>Why it was not saved; null: nobody has tried.</summary>
    public Problem? Problem { get; init; }

    /// <summary>Status of the page that shows it.</summary>
    public int Status => Problem?.Status ?? StatusCodes.Status200OK;

    /// <summary>
    /// First what it would do, then saved: nobody decides what they have not seen. Null: it is saved, and whoever decided it is led back.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="filled">What was filled in.</param>
    /// <param name="body">The setting as the API reads it; null: a time is missing or cannot be read.</param>
    /// <param name="address">Where to come back to.</param>
    internal static async Task<Wish?> TakeAsync(HttpContext context, Filled filled, JsonObject? body, string address)
    {
        if (body is null)
        {
            return new Wish(filled)
            {
                Problem = new Problem(StatusCodes.Status422UnprocessableEntity, Say.ProblemInvalid, Say.TimeWrong),
            };
        }

        var answers = Show.AnswersOf(context);
        if (filled.Text("do") != "save")
        {
            var (preview, refused) = await answers.ActAsync("/settings/preview", body, ConsoleJson.Default.SettingPreview, key: null);
            return new Wish(filled) { Preview = preview, Problem = refused };
        }

        var (act, problem) = await answers.ActAsync("/settings", body, ConsoleJson.Default.SettingAct, filled.Key);
        if (act is null)
        {
            return new Wish(filled) { Problem = problem };
        }

        Show.Back(context, address, Flash.Good(Say.Saved) with { Undo = act.Id });
        return null;
    }
}
