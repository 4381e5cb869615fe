using System.Text.Json;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api;

/// <summary>
/// Says problem details in the language of whoever reads them. What is decided, logged and remembered for a repetition is English; type and
/// status, by which programs tell problems apart, are the same in every language.
/// </summary>
public static class ProblemLanguage
{
    /// <summary>
    /// The sentences in the language of a request: that of its parameter <c>language</c>, else the first of <c>Accept-Language</c> that we
    /// have, else English.
    /// </summary>
    /// <param name="request">The request.</param>
    public static Translation Of(ApiRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Translation.OfReplies(
            AcceptedLanguage.Known(request.Query.GetValueOrDefault("language"))
            ?? AcceptedLanguage.Of(request.Header("accept-language"))
            ?? Translation.SourceLanguage);
    }

    /// <summary>An answer as its reader gets it; what is no problem stays as it is.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">The answer, in English.</param>
    public static ApiAnswer Say(ApiRequest request, ApiAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.MediaType != ProblemDetails.MediaType)
        {
            return answer;
        }

        var words = Of(request);
        var said = answer with { Headers = answer.Headers.SetItem("content-language", words.Language) };
        return words.Language == Translation.SourceLanguage
            || JsonSerializer.Deserialize(answer.Body, ApiJson.Default.ProblemDetails) is not { } problem
                ? said
                : said with
                {
                    Body = JsonSerializer.Serialize(
                        problem with { Title = words.Of(problem.Title), Detail = words.Of(problem.Detail) },
                        ApiJson.Default.ProblemDetails),
                };
    }
}
