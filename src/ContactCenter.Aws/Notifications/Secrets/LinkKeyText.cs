using System.Security.Cryptography;
using System.Text;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Notifications.Secrets;

/// <summary>
/// Reads the keys of signed links from their secret:
/// <c>{"current": {"id": "k2", "key": "…"}, "previous": {"id": "k1", "key": "…"}}</c>,
/// keys of 32 bytes or more in base64, <c>previous</c> absent when no key was changed lately. A key may also be a plain text of 32
/// characters or more, as Secrets Manager generates it; its id then comes from itself.
/// </summary>
public static class LinkKeyText
{
    /// <summary>The keys of a secret.</summary>
    /// <exception cref="ChannelException">The secret does not have this form.</exception>
    public static LinkKeys Read(Secret secret)
    {
        var current = Key(secret.Field("current"))
            ?? throw new ChannelException(Sentences.LinksWithoutKey, isPassing: false);
        return new LinkKeys(current, Key(secret.Field("previous")));
    }

    private static LinkKey? Key(string? json)
    {
        if (json is null)
        {
            return null;
        }

        if (!json.StartsWith('{'))
        {
            return PlainKey(json);
        }

        try
        {
            var key = new Secret(json);
            return new LinkKey(key.Field("id") ?? "", [.. Convert.FromBase64String(key.Field("key") ?? "")]);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            throw new ChannelException(Sentences.LinkKeyForm, isPassing: false);
        }
    }

    /// <summary>The id is the beginning of a hash of the key, which tells keys apart and nothing of them.</summary>
    private static LinkKey PlainKey(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return bytes.Length >= LinkKey.MinimumBytes
            ? new LinkKey(Convert.ToHexString(SHA256.HashData(bytes), 0, 4), [.. bytes])
            : throw new ChannelException(Sentences.LinkKeyShort($"{LinkKey.MinimumBytes}"), isPassing: false);
    }
}
