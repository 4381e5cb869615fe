using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Notifications.Answers;

namespace ContactCenter.Core.Contacts.Posts;

/// <summary>What a request that tells of a post comes to: the post, or what is answered where it is refused. Pure.</summary>
/// <param name="Post">The post, or null.</param>
/// <param name="Refusal">What is answered without one, or null.</param>
public sealed record PostReading(SocialPost? Post, Answer? Refusal)
{
    /// <summary>Header with the time of the signature in unix seconds.</summary>
    public const string TimestampHeader = "x-contactcenter-timestamp";

    /// <summary>Header with the signature, <c>v1=</c> and hex.</summary>
    public const string SignatureHeader = "x-contactcenter-signature";

    /// <summary>Characters of a key that nobody guesses.</summary>
    public const int MinimumKey = 32;

    /// <summary>What is larger is not read: a post is a few lines.</summary>
    public const int MaximumBytes = 32 * 1024;

    private const int MaximumNetwork = 32;
    private const int MaximumId = 256;
    private const int MaximumAuthor = 200;
    private const int MaximumLink = 1000;
    private const int MaximumText = 8000;

    /// <summary>
    /// Reads a request: <c>{"network", "id", "author", "link", "text"}</c>, signed like what this system posts to webhooks.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="key">What it is signed with.</param>
    /// <param name="now">The time.</param>
    public static PostReading Of(AnswerRequest request, ReadOnlySpan<byte> key, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Method != "POST")
        {
            return Refuse(405, "POST only.", $"a method {CleanText.Line(request.Method, 16)}");
        }

        if (request.Body.Length > MaximumBytes)
        {
            return Refuse(413, "Too large.", $"a body of {request.Body.Length} bytes, at most {MaximumBytes} are read");
        }

        if (request.MediaType != "application/json")
        {
            return Refuse(415, "Expected JSON.", $"content type \"{CleanText.Line(request.MediaType, 64)}\", expected application/json");
        }

        return BodySignature.Problem(
            BodySignature.OwnVersion, key, request.Header(TimestampHeader), request.Header(SignatureHeader), request.Body.Span, now)
            is { } problem
            ? Refuse(401, "Not signed.", problem)
            : Read(request.Body);
    }

    private static PostReading Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (Text(root, "network", MaximumNetwork) is not { } network
                || !network.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.'))
            {
                return Missing("network", "1 to 32 letters, digits, - and .");
            }

            if (Text(root, "id", MaximumId) is not { } id)
            {
                return Missing("id", "1 to 256 characters");
            }

            if (Text(root, "author", MaximumAuthor) is not { } author)
            {
                return Missing("author", "1 to 200 characters");
            }

            if (Text(root, "link", MaximumLink) is not { } address
                || !Uri.TryCreate(address, UriKind.Absolute, out var link)
                || link.Scheme != Uri.UriSchemeHttps
                || link.UserInfo.Length > 0)
            {
                return Missing("link", "an https address of at most 1000 characters");
            }

            return Text(root, "text", MaximumText) is { } text
                ? new PostReading(new SocialPost(network, id, CleanText.Line(author, MaximumAuthor), link, text), null)
                : Missing("text", "1 to 8000 characters");
        }
        catch (JsonException)
        {
            return Refuse(400, "Not JSON.", "the body is not JSON");
        }
    }

    private static string? Text(JsonElement root, string name, int most) =>
        LenientJson.Text(LenientJson.Find(root, name))?.Trim() is { Length: > 0 } text && text.Length <= most ? text : null;

    private static PostReading Missing(string member, string expected) =>
        Refuse(400, $"Expected {member}: {expected}.", $"no {member} of {expected}");

    private static PostReading Refuse(int status, string body, string reason) => new(null, new Answer(status, body, $"Post: {reason}"));
}
