using System.Globalization;
using System.Text;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Posts;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Notifications.Answers;

namespace ContactCenter.Core.Tests.Contacts.Posts;

public sealed class PostReadingTests
{
    private const string Post = """
        {"network":"mastodon","id":"113","author":"@jane@bank.example","link":"https://mastodon.example/@jane/113","text":"My card is gone.\nHelp!"}
        """;

    private static readonly byte[] Key = "a-key-for-trying-out-and-nothing-else"u8.ToArray();
    private static readonly DateTimeOffset Now = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_signed_post_becomes_a_task_with_its_own_words()
    {
        var task = Read(Post).Post!.ToTask();

        Assert.Equal(("My card is gone. Help!", "My card is gone.\nHelp!"), (task.Name, task.Description));
        Assert.Equal("@jane@bank.example", task.Attributes["postAuthor"]);
        Assert.Equal("https://mastodon.example/@jane/113", task.References["Post"].AbsoluteUri);
    }

    [Theory]
    [InlineData("My card is gone.\nHelp!")]
    [InlineData(
        "My card is gone, and nobody of yours has answered me since Monday.\nI have written three times, and nobody called me. What a bank!")]
    public void The_words_of_a_post_count_once(string text)
    {
        var task = new SocialPost("mastodon", "113", "@jane", new Uri("https://mastodon.example/113"), text).ToTask();

        var words = ContactWords.Of(new FlowRequest { Channel = "TASK", Name = task.Name, Description = task.Description });

        Assert.Equal(text, words.Words);
    }

    [Fact]
    public void The_same_post_has_the_same_token_and_another_one_has_another()
    {
        Assert.Equal(Read(Post).Post!.Key, Read(Post.Replace("Help", "HELP", StringComparison.Ordinal)).Post!.Key);
        Assert.NotEqual(Read(Post).Post!.Key, Read(Post.Replace("\"113\"", "\"114\"", StringComparison.Ordinal)).Post!.Key);
    }

    [Theory]
    [InlineData("\"network\":\"mastodon\"", "\"network\":\"no network\"", 400)]
    [InlineData("\"id\":\"113\"", "\"id\":113", 400)]
    [InlineData("\"author\":\"@jane@bank.example\"", "\"author\":\" \"", 400)]
    [InlineData("https://mastodon.example", "http://mastodon.example", 400)]
    [InlineData("https://mastodon.example", "https://a:b@mastodon.example", 400)]
    [InlineData("https://mastodon.example", "javascript:alert(1)//", 400)]
    [InlineData("\"text\":\"My", "\"words\":\"My", 400)]
    [InlineData("{", "", 400)]
    public void What_lacks_something_is_refused_with_what_is_expected(string right, string wrong, int status)
    {
        var reading = Read(Post.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Null(reading.Post);
        Assert.Equal(status, reading.Refusal!.Status);
    }

    [Fact]
    public void What_is_not_signed_with_the_key_in_time_is_refused()
    {
        Assert.Equal(401, Read(Post, key: "another-key-of-thirty-two-characters"u8.ToArray()).Refusal!.Status);
        Assert.Equal(401, Read(Post, at: Now.AddMinutes(-6)).Refusal!.Status);
        Assert.Equal(405, Read(Post, method: "GET").Refusal!.Status);
        Assert.Equal(415, Read(Post, type: "text/plain").Refusal!.Status);
        Assert.Equal(413, Read(new string(' ', PostReading.MaximumBytes + 1)).Refusal!.Status);
    }

    private static PostReading Read(
        string body, byte[]? key = null, DateTimeOffset? at = null, string method = "POST", string type = "application/json")
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var time = (at ?? Now).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return PostReading.Of(
            new AnswerRequest
            {
                Method = method,
                Headers = new Dictionary<string, string>
                {
                    ["content-type"] = type,
                    [PostReading.TimestampHeader] = time,
                    [PostReading.SignatureHeader] = BodySignature.Make(BodySignature.OwnVersion, key ?? Key, time, bytes),
                },
                Body = bytes,
            },
            Key,
            Now);
    }
}
