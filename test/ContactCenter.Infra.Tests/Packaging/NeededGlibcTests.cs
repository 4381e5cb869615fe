using System.Text;
using ContactCenter.Infra.Packaging;

namespace ContactCenter.Infra.Tests.Packaging;

/// <summary>Read from the host of .NET that runs these tests, which is an executable as good as any.</summary>
public sealed class NeededGlibcTests
{
    private static readonly byte[] Host = File.ReadAllBytes(
        Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "dotnet"));

    [Fact]
    public void The_host_of_dotnet_starts_on_Amazon_Linux_2023() =>
        Assert.InRange(NeededGlibc.Of(Host)!, new Version(2, 2), NeededGlibc.Provided);

    [Theory]
    [InlineData("2.38")]
    [InlineData("2.99")]
    public void A_symbol_of_a_newer_version_is_seen(string newer)
    {
        var changed = Replaced(Host, $"GLIBC_{NeededGlibc.Of(Host)}", $"GLIBC_{newer}");

        Assert.Equal(Version.Parse(newer), NeededGlibc.Of(changed));
    }

    [Fact]
    public void A_symbol_that_tells_no_version_is_newer_than_what_is_provided()
    {
        var newest = $"GLIBC_{NeededGlibc.Of(Host)}";

        Assert.True(NeededGlibc.Of(Replaced(Host, newest, "GLIBC_ABI_DT_RELR"[..newest.Length])) > NeededGlibc.Provided);
    }

    [Fact]
    public void What_is_no_executable_is_refused() =>
        Assert.Throws<InvalidDataException>(() => NeededGlibc.Of("#!/bin/sh\n"u8));

    [Theory]
    [InlineData(64)]
    [InlineData(4096)]
    public void An_executable_that_is_cut_off_is_refused(int length) =>
        Assert.Throws<InvalidDataException>(() => NeededGlibc.Of(Host.AsSpan(0, length)));

    private static byte[] Replaced(byte[] executable, string name, string other)
    {
        var changed = executable.ToArray();
        var from = Encoding.ASCII.GetBytes(name + '\0');
        var to = Encoding.ASCII.GetBytes(other + '\0');
        Assert.Equal(from.Length, to.Length);
        for (var at = changed.AsSpan().IndexOf(from); at >= 0; at = changed.AsSpan().IndexOf(from))
        {
            to.CopyTo(changed, at);
        }

        return changed;
    }
}
