using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>In which language the page behind a link is.</summary>
internal static class LinkLanguage
{
    /// <summary>
    /// That of whom the link was made for: it stands in its address, and without one it is English. Of an address that is no link of ours
    /// nobody knows for whom it was made: then the first language that the browser asks for and we have, else that of the center.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="isOurs">Whether the link is genuine.</param>
    /// <param name="center">The language of the center.</param>
    public static Translation Of(AnswerRequest request, bool isOurs, Translation center) =>
        AcceptedLanguage.Known(request.Query) is { } said ? Translation.Into(said)
        : isOurs ? Translation.None
        : AcceptedLanguage.Of(request.Header("accept-language")) is { } asked ? Translation.Into(asked)
        : center;
}
