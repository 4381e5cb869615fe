using System.Text;
using ContactCenter.Infra.Packaging;

namespace ContactCenter.Infra.Tests.Packaging;

/// <summary>
/// The host of .NET that runs these tests, which is a linked executable as good as any, and what becomes of it elsewhere.
/// </summary>
internal static class LinkedExecutable
{
    /// <summary>As it is.</summary>
    public static readonly byte[] Host = File.ReadAllBytes(
        Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "dotnet"));

    /// <summary>The newest version of glibc that it asks for, as its symbols name it.</summary>
    public static readonly string Newest = $"GLIBC_{NeededGlibc.Of(Host)}";

    /// <summary>The same asking for another version instead of the newest; the name is as long.</summary>
    public static byte[] AskingFor(string other)
    {
        var changed = Host.ToArray();
        var from = Encoding.ASCII.GetBytes(Newest + '\0');
        var to = Encoding.ASCII.GetBytes(other + '\0');
        Assert.Equal(from.Length, to.Length);
        for (var at = changed.AsSpan().IndexOf(from); at >= 0; at = changed.AsSpan().IndexOf(from))
        {
            to.CopyTo(changed, at);
        }

        return changed;
    }

    /// <summary>The same saying that it is for 64-bit Arm (EM_AARCH64).</summary>
    public static byte[] ForArm64()
    {
        var changed = Host.ToArray();
        changed[0x12] = 183;
        return changed;
    }
}
