using ContactCenter.Infra.Packaging;

namespace ContactCenter.Infra.Tests.Packaging;

public sealed class NeededGlibcTests
{
    [Fact]
    public void The_host_of_dotnet_starts_on_Amazon_Linux_2023() =>
        Assert.InRange(NeededGlibc.Of(LinkedExecutable.Host)!, new Version(2, 2), NeededGlibc.Provided);

    [Theory]
    [InlineData("2.38")]
    [InlineData("2.99")]
    public void A_symbol_of_a_newer_version_is_seen(string newer) =>
        Assert.Equal(Version.Parse(newer), NeededGlibc.Of(LinkedExecutable.AskingFor($"GLIBC_{newer}")));

    [Fact]
    public void A_symbol_that_tells_no_version_is_newer_than_what_is_provided() =>
        Assert.True(
            NeededGlibc.Of(LinkedExecutable.AskingFor("GLIBC_ABI_DT_RELR"[..LinkedExecutable.Newest.Length])) > NeededGlibc.Provided);

    [Fact]
    public void What_is_no_executable_is_refused() =>
        Assert.Throws<InvalidDataException>(() => NeededGlibc.Of("#!/bin/sh\n"u8));

    [Theory]
    [InlineData(64)]
    [InlineData(4096)]
    public void An_executable_that_is_cut_off_is_refused(int length) =>
        Assert.Throws<InvalidDataException>(() => NeededGlibc.Of(LinkedExecutable.Host.AsSpan(0, length)));
}
