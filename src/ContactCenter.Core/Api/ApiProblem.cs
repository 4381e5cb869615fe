using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api;

/// <summary>A kind of problem: what programs tell apart.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Name">Its name, in kebab case.</param>
/// <param name="Title">What people call it.</param>
public sealed record ApiProblem(int Status, string Name, string Title)
{
    /// <summary>The request cannot be read.</summary>
    public static ApiProblem BadRequest { get; } = new(400, "bad-request", Replies.TitleBadRequest);

    /// <summary>Nobody knows who calls.</summary>
    public static ApiProblem Unauthorized { get; } = new(401, "unauthorized", Replies.TitleUnauthorized);

    /// <summary>Who calls may not do this.</summary>
    public static ApiProblem Forbidden { get; } = new(403, "forbidden", Replies.TitleForbidden);

    /// <summary>There is no such thing.</summary>
    public static ApiProblem NotFound { get; } = new(404, "not-found", Replies.TitleNotFound);

    /// <summary>This cannot be done to it.</summary>
    public static ApiProblem MethodNotAllowed { get; } = new(405, "method-not-allowed", Replies.TitleMethodNotAllowed);

    /// <summary>The request is understood, and no longer fits how things are.</summary>
    public static ApiProblem Conflict { get; } = new(409, "conflict", Replies.TitleConflict);

    /// <summary>A request of the same key is being carried out.</summary>
    public static ApiProblem InProgress { get; } = new(409, "in-progress", Replies.TitleInProgress);

    /// <summary>Somebody changed it since it was read.</summary>
    public static ApiProblem Outdated { get; } = new(412, "outdated", Replies.TitleOutdated);

    /// <summary>The body is larger than anything that is meant.</summary>
    public static ApiProblem TooLarge { get; } = new(413, "too-large", Replies.TitleTooLarge);

    /// <summary>The body is not JSON.</summary>
    public static ApiProblem UnsupportedMediaType { get; } = new(415, "unsupported-media-type", Replies.TitleNotJson);

    /// <summary>The body can be read, and says something that cannot be meant.</summary>
    public static ApiProblem Invalid { get; } = new(422, "invalid", Replies.TitleInvalid);

    /// <summary>The same idempotency key came with another request.</summary>
    public static ApiProblem KeyReused { get; } = new(422, "key-reused", Replies.TitleKeyReused);

    /// <summary>The caller asks too often.</summary>
    public static ApiProblem TooMany { get; } = new(429, "too-many-requests", Replies.TitleTooMany);

    /// <summary>What is stored cannot be read; asking again changes nothing.</summary>
    public static ApiProblem Unreadable { get; } = new(500, "unreadable", Replies.TitleUnreadable);

    /// <summary>Something that is needed is busy or broken.</summary>
    public static ApiProblem Unavailable { get; } = new(503, "unavailable", Replies.TitleUnavailable);

    /// <summary>Names the kind for programs.</summary>
    public string Type => $"urn:contactcenter:problem:{Name}";
}
