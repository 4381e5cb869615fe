using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Infra.Packaging;

namespace ContactCenter.Infra.Tests;

/// <summary>What is deployed takes the official AWS packages wherever the feed has them, and says so where it does not.</summary>
public sealed class AwsPackagesTests : IDisposable
{
    private const string Lambda = "Amazon.Lambda";

    private readonly string _folder = Directory.CreateTempSubdirectory("contactcenter-feed-").FullName;

    /// <summary>The official packages with their versions; <c>*</c> stands for any number.</summary>
    private static IReadOnlyDictionary<string, string> Versions { get; } = XDocument.Load(Repository.File("Directory.Packages.props"))
        .Descendants("PackageVersion")
        .ToDictionary(package => (string)package.Attribute("Include")!, package => (string)package.Attribute("Version")!);

    private string Feed => Directory.CreateDirectory(Path.Combine(_folder, "feed")).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_feed_without_official_packages_gives_stand_ins_for_all() => Assert.Equal(
        [
            "stand-ins for AWS packages: AWSSDK.ApplicationAutoScaling, AWSSDK.AWSSupport, AWSSDK.CloudWatch, AWSSDK.Connect, "
                + "AWSSDK.ConnectCases, AWSSDK.ConnectParticipant, AWSSDK.Lambda, AWSSDK.LexModelsV2, AWSSDK.SecretsManager, "
                + "AWSSDK.ServiceQuotas, AWSSDK.SimpleNotificationService, Amazon.Lambda; standins/README.md says how to take the official ones",
        ],
        await FindAsync());

    [Fact]
    public async Task Of_a_feed_with_some_official_packages_those_are_taken()
    {
        foreach (var package in Versions.Keys.Where(name => name == "AWSSDK.Connect" || IsLambda(name)))
        {
            Put(package, Versions[package].Replace("*", "1", StringComparison.Ordinal));
        }

        Assert.Equal("official AWS packages: AWSSDK.Connect, Amazon.Lambda", (await FindAsync())[0]);
    }

    [Fact]
    public async Task Packages_that_hang_together_are_taken_only_all_together()
    {
        Put("AWSSDK.Connect", "4.0.1");
        foreach (var package in Versions.Keys.Where(IsLambda).Skip(1))
        {
            Put(package, Versions[package].Replace("*", "1", StringComparison.Ordinal));
        }

        Assert.Equal("official AWS packages: AWSSDK.Connect", (await FindAsync())[0]);
    }

    [Theory]
    [InlineData("Amazon.Lambda.Annotations", "2.0.1")]
    [InlineData("Amazon.Lambda.Core", "3.1.1")]
    [InlineData("Amazon.Lambda.RuntimeSupport", "2.1.2")]
    [InlineData("Amazon.Lambda.Serialization.SystemTextJson", "3.0.1")]
    public void No_official_package_is_older_than_the_first_that_works(string package, string first) =>
        Assert.True(Version.Parse(Versions[package]) >= Version.Parse(first), $"{package} {Versions[package]}");

    [Fact]
    public void What_is_deployed_asks_for_every_package_that_its_adapters_use() =>
        Assert.Subset(Asked("ContactCenter.Functions"), Asked("ContactCenter.Aws"));

    [Fact]
    public void Each_stack_is_tagged_with_how_its_functions_are_compiled() =>
        Assert.All(Synthesis.Tags, tags => Assert.Equal("ready-to-run", tags["functions"]));

    [Fact]
    public void Each_stack_is_tagged_with_its_stand_ins() =>
        Assert.All(Synthesis.Tags, tags => Assert.Equal("stand-ins: AWSSDK.Lambda Amazon.Lambda", tags["aws-packages"]));

    [Fact]
    public void Stand_ins_for_everything_fit_into_a_tag()
    {
        string[] every = [.. Directory.EnumerateDirectories(Repository.File("standins")).Select(static folder => Path.GetFileName(folder))];

        Assert.Equal($"stand-ins: {every.Length} groups", FunctionPackage.Tag(every));
    }

    /// <summary>CloudFormation refuses a stack for more than 256 characters, or for others than these.</summary>
    [Fact]
    public void Every_tag_is_one_that_CloudFormation_takes() => Assert.All(
        Synthesis.Tags.SelectMany(static tags => tags.Values),
        static value => Assert.Matches("^[\\p{L}\\p{N} +=._:/@-]{1,256}$", value));

    [Fact]
    public void A_stack_without_stand_ins_is_tagged_as_official()
    {
        File.WriteAllText(Path.Combine(_folder, "aws-packages.txt"), "AWSSDK.Connect official\nAmazon.Lambda official\n");

        Assert.Equal("official", FunctionPackage.Tag(FunctionPackage.StandIns(_folder)!));
    }

    private static HashSet<string> Asked(string project) =>
    [
        .. XDocument.Load(Repository.File($"src/{project}/{project}.csproj"))
            .Descendants("AwsPackage")
            .Select(one => (string)one.Attribute("Include")!),
    ];

    private static bool IsLambda(string package) => package.StartsWith($"{Lambda}.", StringComparison.Ordinal);

    /// <summary>A package with nothing in it.</summary>
    private void Put(string package, string version)
    {
        using var file = ZipFile.Open(Path.Combine(Feed, $"{package}.{version}.nupkg"), ZipArchiveMode.Create);
        Write(
            file,
            $"{package}.nuspec",
            $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata><id>{package}</id><version>{version}</version><authors>test</authors><description>test</description></metadata>
            </package>
            """);
        Write(file, "lib/netstandard2.0/_._", "");
    }

    private static void Write(ZipArchive file, string name, string text)
    {
        using var writer = new StreamWriter(file.CreateEntry(name).Open());
        writer.Write(text);
    }

    /// <summary>What the build of the package says it takes, with this feed alone and an empty folder of packages.</summary>
    private async Task<IReadOnlyList<string>> FindAsync()
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", "package.proj", "-t:FindOfficialPackages;Tell", "-nologo", "-v:minimal"])
        {
            WorkingDirectory = Repository.File("eng"),
            RedirectStandardOutput = true,
        };
        start.Environment.Remove("AwsPackages");
        start.Environment.Remove("OfficialPackages");
        start.Environment["RestoreSources"] = Feed;
        start.Environment["RestorePackagesPath"] = Path.Combine(_folder, "packages");
        start.Environment["FoundFolder"] = Path.Combine(_folder, "found") + Path.DirectorySeparatorChar;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
