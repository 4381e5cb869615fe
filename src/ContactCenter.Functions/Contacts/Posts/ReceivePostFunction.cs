using System.Text;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Contacts.Posts;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Texts;
using ContactCenter.Functions.Incidents;

namespace ContactCenter.Functions.Contacts.Posts;

/// <summary>
/// Takes posts on social networks that a tool of the center's own tells of, and starts a task of each, once however often it is told.
/// </summary>
public sealed class ReceivePostFunction(
    ISecretSource secrets, IPostTasks tasks, INotebook notebook, FunctionEnvironment environment, TimeProvider clock)
{
    /// <summary>Takes one post.</summary>
    /// <exception cref="ChannelException">
    /// The secret cannot be had, or is short enough to be guessed; the tool sees a server error and tries again.
    /// </exception>
    [LambdaFunction]
    public async Task<APIGatewayHttpApiV2ProxyResponse> ReceivePost(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var key = (await secrets.GetAsync(environment.PostWebhookSecret, limit.Token)).KeyText("key");
        if (key.Length < PostReading.MinimumKey)
        {
            throw new ChannelException(Sentences.PostKeyShort($"{PostReading.MinimumKey}"), isPassing: false);
        }

        var now = clock.GetUtcNow();
        var reading = PostReading.Of(HttpExchange.ToRequest(request), Encoding.UTF8.GetBytes(key), now);
        var answer = reading.Post is { } post ? await StartAsync(post, now, limit.Token) : reading.Refusal!;
        context.Logger.Report(answer);
        return HttpExchange.ToResponse(answer);
    }

    /// <summary>
    /// The task first and then the note: an attempt that dies in between is made again with the same token, of which Amazon Connect starts
    /// no second task.
    /// </summary>
    private async Task<Answer> StartAsync(SocialPost post, DateTimeOffset now, CancellationToken stop)
    {
        if (await notebook.FindAsync(post.Key, stop) is not null)
        {
            return new Answer(200, "Known.", $"Post: {post.Key} has a task already");
        }

        await tasks.StartAsync(post.ToTask(), stop);
        await notebook.SetAsync(post.Key, "started", now + SocialPost.Remembered, stop);
        return new Answer(202, "Taken.", $"Post: task {post.Key} of {post.Network} started");
    }
}
