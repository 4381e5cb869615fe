using System.Reflection;

namespace ContactCenter.StandIns.Tests.Surface;

public sealed class PublicSurfaceTests
{
    public static TheoryData<string> Packages =>
        [.. Directory.EnumerateDirectories(Path.Combine(AppContext.BaseDirectory, "official")).Select(d => Path.GetFileName(d)!).Order()];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_stand_in_shows_nothing_that_the_official_package_lacks(string package)
    {
        var official = Read(package);

        var violations = official.Violations(Assembly.Load(package).GetExportedTypes()).ToList();

        Assert.True(violations.Count == 0, $"{package} would not build against the official package:\n{string.Join('\n', violations)}");
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_list_holds_no_type_that_the_stand_in_lacks(string package)
    {
        var shown = Assembly.Load(package).GetExportedTypes().Select(SurfaceText.FullName);

        Assert.Equal([], Read(package).Types.Except(shown));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_stand_in_that_has_one_overload_of_a_method_has_all_of_them(string package)
    {
        var missing = Read(package).MissingOverloads(Assembly.Load(package).GetExportedTypes()).ToList();

        Assert.True(
            missing.Count == 0, $"a call that {package} understands may be ambiguous to the official one:\n{string.Join('\n', missing)}");
    }

    [Fact]
    public void Every_stand_in_has_its_list()
    {
        var standIns = Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Where(n => n.StartsWith("Amazon.Lambda.", StringComparison.Ordinal) || n.StartsWith("AWSSDK.", StringComparison.Ordinal))
            .Where(n => n is not ("AWSSDK.Core" or "AWSSDK.DynamoDBv2" or "AWSSDK.S3"))
            .Where(n => !n.EndsWith(".SourceGenerator", StringComparison.Ordinal))
            .Order();

        Assert.Equal(standIns, Packages.Select(row => row.Data));
    }

    [Fact]
    public void A_member_a_base_a_kind_and_a_type_that_are_not_on_the_list_are_found()
    {
        const string Here = "ContactCenter.StandIns.Tests.Surface.";
        var official = new OfficialList(
        [
            $"class {Here}Example",
            "  ctor()",
            "  Known: String get set",
            "  Mistyped: Int32 get",
            $"interface {Here}ExampleKind",
            "  ctor()",
        ]);

        var violations = official.Violations([typeof(Example), typeof(ExampleKind), typeof(ExampleUnlisted)]);

        Assert.Equal(
            [
                $"{Here}Example: does not derive from IDisposable",
                $"{Here}Example: has no Dispose(): Void",
                $"{Here}Example: has no Extra(Int32 number): Void",
                $"{Here}Example: has no Mistyped: Int64 get",
                $"{Here}Example: has no Shared: Int32 get",
                $"{Here}ExampleKind: is a interface, not a class",
                $"{Here}ExampleUnlisted: no such type",
            ],
            violations.Order());
    }

    [Fact]
    public void A_missing_overload_is_found()
    {
        const string Here = "ContactCenter.StandIns.Tests.Surface.";
        var official = new OfficialList(
        [
            $"class {Here}Example : IDisposable",
            "  ctor()",
            "  Dispose(): Void",
            "  Dispose(Boolean disposing): Void",
            "  Extra<T>(T number): Void",
            "  Other(): Void",
        ]);

        Assert.Equal(
            [$"{Here}Example: lacks Dispose(Boolean disposing): Void", $"{Here}Example: lacks Extra<T>(T number): Void"],
            official.MissingOverloads([typeof(Example)]).Order());
    }

    private static OfficialList Read(string package) =>
        new(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "official", package, "official.txt")));
}
