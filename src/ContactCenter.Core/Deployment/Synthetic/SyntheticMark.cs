using System.Security.Cryptography;
using System.Text;

namespace ContactCenter.Core.Deployment.Synthetic;

/// <summary>
/// By which hooks know a synthetic contact: an attribute that holds a secret of the deployment. A caller cannot set attributes, and a chat
/// whose page hands over whatever a browser sends does not know the secret; so nobody leaves himself out of figures.
/// </summary>
public static class SyntheticMark
{
    /// <summary>Attribute of the contact.</summary>
    public const string Attribute = "synthetic";

    /// <summary>
    /// Attribute in which the flows keep that a hook has proved it, and tell the deployed bot: only <see cref="Proved"/> is yes. It is
    /// written over whatever a contact comes with.
    /// </summary>
    public const string ProvedAttribute = "isSynthetic";

    /// <summary>
    /// Attribute in which the flows keep that the bot has understood something, where contacts are tried: a bot that fails leads to the
    /// same queue as one that works, so that nothing else would tell.
    /// </summary>
    public const string BotHeardAttribute = "botHeard";

    /// <summary>The value of <see cref="ProvedAttribute"/> for a synthetic contact, and of <see cref="BotHeardAttribute"/>.</summary>
    public const string Proved = "yes";

    /// <summary>
    /// The value of <see cref="ProvedAttribute"/> for a call of this system's own that was really dialled: the flow ends it, because it has
    /// proved what it is for when it arrives.
    /// </summary>
    public const string Dialled = "call";

    /// <summary>Member of the secret.</summary>
    public const string Member = "mark";

    /// <summary>Whether what a contact has is the mark, in a time that does not depend on how much of it is right.</summary>
    /// <param name="told">The attribute of the contact, or null.</param>
    /// <param name="mark">The mark of the deployment.</param>
    public static bool Is(string? told, ReadOnlySpan<byte> mark) =>
        !mark.IsEmpty && told is not null && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(told)), SHA256.HashData(mark));
}
