using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Web.Pages;

/// <summary>Answers where there is no page.</summary>
internal static class ProblemAnswer
{
    /// <summary>Why there is no page.</summary>
    public static Task ShowAsync(HttpContext context, Problem problem) =>
        Show.PageAsync<ProblemPage>(context, Show.ReaderOf(context), problem, problem.Status);

    /// <summary>There is no such page.</summary>
    public static Task NothingHereAsync(HttpContext context) =>
        ShowAsync(context, new Problem(StatusCodes.Status404NotFound, Say.ProblemUnknown, Say.NoSuchPage));
}
