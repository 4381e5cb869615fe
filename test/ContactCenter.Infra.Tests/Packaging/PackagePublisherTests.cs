using ContactCenter.Infra.Packaging;

namespace ContactCenter.Infra.Tests.Packaging;

/// <summary>Why a publication failed, from what the build said.</summary>
public sealed class PackagePublisherTests
{
    // as the .NET SDK 10.0 said it on a machine without gcc and clang, shortened at its paths
    private static readonly string[] WithoutLinker =
    [
        "stand-ins for AWS packages: AWSSDK.Connect, Amazon.Lambda; standins/README.md says how to take the official ones",
        "build/Microsoft.NETCore.Native.Unix.targets(316,5): error : Platform linker ('clang' or 'gcc') not found in PATH. Ensure you have all "
            + "the required prerequisites documented at https://aka.ms/nativeaot-prerequisites. [ContactCenter.Functions.csproj]",
        "eng/package.proj(18,5): error MSB3073: The command \"dotnet publish \"ContactCenter.Functions.csproj\" -c Release\" exited with code 1.",
    ];

    [Fact]
    public void A_missing_linker_is_told_and_not_that_the_command_around_it_failed() =>
        Assert.StartsWith(
            "build/Microsoft.NETCore.Native.Unix.targets(316,5): error : Platform linker ('clang' or 'gcc') not found in PATH",
            PackagePublisher.Reason(WithoutLinker),
            StringComparison.Ordinal);

    [Fact]
    public void The_first_error_is_told_because_others_may_follow_from_it() =>
        Assert.Equal(
            "A.cs(1,2): error CS1002: ; expected",
            PackagePublisher.Reason(["A.cs(1,2): error CS1002: ; expected", "B.cs(3,4): error CS0246: no such type", "    2 Error(s)"]));

    [Fact]
    public void A_warning_about_errors_is_no_error() =>
        Assert.Equal(
            "CSC : error CS0006: no such file",
            PackagePublisher.Reason(["A.cs(1,2): warning CS1591: no comment on error Codes", "CSC : error CS0006: no such file"]));

    [Fact]
    public void Without_an_error_the_last_line_is_told() => Assert.Equal("Killed", PackagePublisher.Reason(["Restoring", "Killed"]));

    [Fact]
    public void A_build_that_said_nothing_has_no_reason() => Assert.Null(PackagePublisher.Reason([]));
}
