using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ContactCenter.Core.Common;
using ContactCenter.Core.Notifications.Tasks;

namespace ContactCenter.Core.Contacts.Posts;

/// <summary>A post on a social network, as a tool that listens there tells of it.</summary>
/// <param name="Network">The network, such as <c>mastodon</c>.</param>
/// <param name="Id">What the network calls the post.</param>
/// <param name="Author">Who wrote it, as the network shows it.</param>
/// <param name="Link">Where it can be read and answered.</param>
/// <param name="Text">What it says.</param>
public sealed record SocialPost(string Network, string Id, string Author, Uri Link, string Text)
{
    /// <summary>How long a post is remembered: whoever tells of it again within that time starts no second task.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    /// <summary>Characters of the title of a task: one line of an agent's list.</summary>
    private const int MaximumTitle = 120;

    /// <summary>Characters of a description that Amazon Connect takes.</summary>
    private const int MaximumDescription = 4096;

    /// <summary>The same for the same post, whoever tells of it how often; it says nothing of it.</summary>
    public string Key =>
        $"post-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Network}\n{Id}")).AsSpan(0, 16))}";

    /// <summary>
    /// The task that is started. Its flow reads title and description as what the customer says, so they hold the post's own words and
    /// nothing beside them; who and where stand in attributes and the reference.
    /// </summary>
    public TaskContact ToTask() => new(
        CleanText.Line(Text, MaximumTitle),
        CleanText.Paragraphs(Text, MaximumDescription),
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
        [
            KeyValuePair.Create("postNetwork", Network),
            KeyValuePair.Create("postAuthor", Author),
            KeyValuePair.Create("postLink", Link.AbsoluteUri),
        ]),
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("Post", Link)]),
        Key);
}

/// <summary>Starts tasks of posts.</summary>
public interface IPostTasks
{
    /// <summary>Starts a task in the flow that finds out what it is about; the same token again starts none.</summary>
    ValueTask StartAsync(TaskContact task, CancellationToken cancellationToken);
}
