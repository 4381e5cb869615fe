using System.Text;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>
/// Names that a configuration fixes, made a world's own in the emulator, which all tests share: <c>customers-recorded</c> is
/// <c>customers-1a2b3c4d</c> there. Both are as long as the other, so that no message changes its length.
/// </summary>
internal sealed class OwnNames
{
    private static readonly byte[] Recorded = "-recorded"u8.ToArray();

    private readonly byte[] _own = Encoding.ASCII.GetBytes($"-{Guid.NewGuid():N}"[..9]);

    public string In(string name) => Encoding.UTF8.GetString(In(Encoding.UTF8.GetBytes(name)));

    public byte[] In(byte[] message) => Replace(message, Recorded, _own);

    public byte[] Out(byte[] message) => Replace(message, _own, Recorded);

    private static byte[] Replace(byte[] message, byte[] what, byte[] by)
    {
        var changed = message.ToArray();
        for (var from = 0; changed.AsSpan(from).IndexOf(what) is >= 0 and var found; from += found + what.Length)
        {
            by.CopyTo(changed, from + found);
        }

        return changed;
    }
}
