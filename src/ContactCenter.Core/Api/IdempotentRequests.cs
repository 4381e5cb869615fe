using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api;

/// <summary>
/// A request with an <c>Idempotency-Key</c> is carried out once: who sends it again, because the answer was lost, gets that answer. While
/// it is being carried out a second one is told to wait; another request under the same key is refused.
/// </summary>
/// <param name="notebook">Remembers answers.</param>
public sealed class IdempotentRequests(INotebook notebook)
{
    /// <summary>How long an answer is remembered.</summary>
    public static readonly TimeSpan RememberFor = TimeSpan.FromDays(1);

    /// <summary>Longer no request is carried out: after it, one whose answer never came may be sent again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const int MaximumKey = 200;

    /// <summary>Carries a request out, or gives the answer that it had.</summary>
    public async ValueTask<ApiAnswer> OnceAsync(
        ApiRequest request,
        ApiCaller caller,
        DateTimeOffset now,
        Func<string?, ValueTask<ApiAnswer>> carryOut,
        CancellationToken cancellationToken)
    {
        if (request.Method == "GET" || request.Header("idempotency-key") is not { } key)
        {
            return await carryOut(null);
        }

        if (key.Length is 0 or > MaximumKey || key.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return ApiAnswer.Of(
                ApiProblem.BadRequest, Replies.KeyForm($"{MaximumKey}"));
        }

        var name = $"api-{Hash(caller.Subject, key)}";
        var asked = Hash(
            request.Method, request.Path, request.Header("if-match") ?? "", Convert.ToHexStringLower(SHA256.HashData(request.Body.Span)));
        if (!await notebook.TryAddAsync(name, Write(new RememberedAnswer(asked, 0, "")), now + Patience, cancellationToken))
        {
            return Again(await notebook.FindAsync(name, cancellationToken), asked);
        }

        ApiAnswer answer;
        try
        {
            answer = await carryOut(name);
        }
        catch
        {
            // nobody knows what came of it; what was stored is recognised by its mark
            await notebook.SetAsync(name, "", now, CancellationToken.None);
            throw;
        }

        // what failed for a moment may be sent again
        var isOver = answer.Status < 500 && answer.Status != 429;
        await notebook.SetAsync(
            name,
            isOver ? Write(new RememberedAnswer(asked, answer.Status, answer.Body) { Version = answer.Version }) : "",
            isOver ? now + RememberFor : now,
            cancellationToken);
        return answer;
    }

    private static ApiAnswer Again(string? note, string asked)
    {
        if (string.IsNullOrEmpty(note) || JsonSerializer.Deserialize(note, ApiJson.Default.RememberedAnswer) is not { } known)
        {
            return ApiAnswer.Of(ApiProblem.InProgress, Replies.KeyJustEnded);
        }

        if (known.Asked != asked)
        {
            return ApiAnswer.Of(
                ApiProblem.KeyReused, Replies.KeyReused);
        }

        return known.Status == 0
            ? ApiAnswer.Of(ApiProblem.InProgress, Replies.KeyInProgress)
            : new ApiAnswer(known.Status, known.Body, "repeated")
            {
                Version = known.Version,
                MediaType = known.Status < 400 ? "application/json" : ProblemDetails.MediaType,
                Headers = RepeatedHeader,
            };
    }

    private static readonly ImmutableDictionary<string, string> RepeatedHeader =
        ImmutableDictionary.CreateRange([KeyValuePair.Create("idempotency-replayed", "true")]);

    private static string Write(RememberedAnswer answer) => JsonSerializer.Serialize(answer, ApiJson.Default.RememberedAnswer);

    private static string Hash(params string[] parts)
    {
        var canonical = string.Concat(parts.Select(static part => $"{part.Length}:{part}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
    }
}

/// <summary>An answer that is remembered.</summary>
/// <param name="Asked">What stands for the request that it answered.</param>
/// <param name="Status">HTTP status; 0 while it is being carried out.</param>
/// <param name="Body">The body.</param>
internal sealed record RememberedAnswer(string Asked, int Status, string Body)
{
    /// <summary>See <see cref="ApiAnswer.Version"/>.</summary>
    public string? Version { get; init; }
}
