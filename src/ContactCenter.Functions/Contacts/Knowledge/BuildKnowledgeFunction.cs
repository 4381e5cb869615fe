using System.Text.Json.Serialization;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Articles;

namespace ContactCenter.Functions.Contacts.Knowledge;

/// <summary>
/// Builds the base of the articles that people have published, whenever their bucket says that the articles were written. What is not new
/// is not built again; what would be a base with problems is none, and the one before it answers on.
/// </summary>
public sealed class BuildKnowledgeFunction(KnowledgeBuilder builder, TimeProvider clock)
{
    /// <summary>Builds once; what the event says does not matter, so it is not read.</summary>
    /// <exception cref="TimeoutException">The function's time was not enough; nothing has changed.</exception>
    [LambdaFunction]
    public async Task<BuildReply> BuildKnowledge(ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        KnowledgeBuild build;
        try
        {
            build = await builder.BuildAsync(clock.GetUtcNow(), limit.Token);
        }
        catch (OperationCanceledException over) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException("The time was over before the base was built; the one before it answers on.", over);
        }

        foreach (var problem in build.Built.Problems)
        {
            context.Logger.LogError("No base is built: {Problem}", problem);
        }

        if (build.Remark is { } remark)
        {
            context.Logger.LogWarning("{Remark}", remark);
        }

        if (build.IsNew)
        {
            context.Logger.LogInformation("A base of {Articles} articles is built: {Id}", build.Built.Articles, build.Built.Id);
        }

        return new BuildReply(build.IsNew, build.Built.Id, build.Built.Articles, build.Built.Problems);
    }
}

/// <summary>What came of building, for whoever invokes the function by hand.</summary>
/// <param name="IsNew">Whether a base was built this time.</param>
/// <param name="Id">What stands for the base that was built last; null: none was.</param>
/// <param name="Articles">How many articles it has.</param>
/// <param name="Problems">Why none was built of what is published.</param>
public sealed record BuildReply(
    [property: JsonPropertyName("isNew")] bool IsNew,
    [property: JsonPropertyName("id")] string? Id,
    [property: JsonPropertyName("articles")] int Articles,
    [property: JsonPropertyName("problems")] IReadOnlyList<string> Problems);
