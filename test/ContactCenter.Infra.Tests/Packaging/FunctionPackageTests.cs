using System.IO.Compression;
using ContactCenter.Infra.Packaging;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Infra.Tests.Packaging;

/// <summary>What Lambda unpacks.</summary>
public sealed class FunctionPackageTests : IDisposable
{
    private const UnixFileMode AnybodyStarts = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode AnybodyReads = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly string _folder = Directory.CreateTempSubdirectory("contactcenter-pack-").FullName;
    private readonly string _configuration = Path.GetTempFileName();
    private readonly List<PackedFunctions> _packed = [];

    public FunctionPackageTests()
    {
        File.WriteAllText(Path.Combine(_folder, "bootstrap"), "program");
        File.WriteAllText(Path.Combine(_folder, "contactcenter.json"), "of the repository");
        File.WriteAllText(Path.Combine(_folder, "contact-topics.ccm"), "model");
        File.WriteAllText(_configuration, "of this deployment");
    }

    [Fact]
    public void Configuration_of_the_deployment_takes_the_place_of_the_packaged_one()
    {
        using var package = ZipFile.OpenRead(Pack().Functions);

        Assert.Equal("of this deployment", Text(package, "contactcenter.json"));
    }

    [Fact]
    public void Configuration_is_packed_where_none_was_published()
    {
        File.Delete(Path.Combine(_folder, "contactcenter.json"));

        using var package = ZipFile.OpenRead(Pack().Functions);

        Assert.NotNull(package.GetEntry("contactcenter.json"));
    }

    [Fact]
    public void Executable_may_be_started_whatever_its_mode_is_here()
    {
        using var package = ZipFile.OpenRead(Pack().Functions);

        Assert.Equal(AnybodyStarts, ModeOf(package, "bootstrap") & AnybodyStarts);
    }

    [Fact]
    public void Everybody_may_read_what_is_packed()
    {
        using var package = ZipFile.OpenRead(Pack().Functions);

        Assert.All(package.Entries, entry => Assert.Equal(AnybodyReads, ModeOf(package, entry.FullName) & AnybodyReads));
    }

    [Fact]
    public void Same_content_is_the_same_file_so_that_it_is_not_uploaded_again()
    {
        var before = File.ReadAllBytes(Pack().Functions);
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "bootstrap"), new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(before, File.ReadAllBytes(Pack().Functions));
    }

    [Fact]
    public void Packaged_model_is_in_the_layer_and_not_with_every_function()
    {
        var packed = Pack();
        using var functions = ZipFile.OpenRead(packed.Functions);
        using var layer = ZipFile.OpenRead(packed.Model);

        Assert.Equal(["contact-topics.ccm"], layer.Entries.Select(entry => entry.FullName));
        Assert.Null(functions.GetEntry("contact-topics.ccm"));
    }

    [Fact]
    public void Encoder_is_in_a_layer_of_its_own()
    {
        File.WriteAllText(Path.Combine(_folder, "encoder.cce"), "weights");

        var packed = Pack();
        using var functions = ZipFile.OpenRead(packed.Functions);
        using var layer = ZipFile.OpenRead(packed.Encoder!);

        Assert.Equal(["encoder.cce"], layer.Entries.Select(entry => entry.FullName));
        Assert.Null(functions.GetEntry("encoder.cce"));
    }

    [Fact]
    public void There_is_no_layer_where_nobody_made_an_encoder() => Assert.Null(Pack().Encoder);

    [Fact]
    public void Executable_of_the_hooks_is_a_package_of_its_own_with_the_same_configuration()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "hooks"));
        File.WriteAllText(Path.Combine(_folder, "hooks", "bootstrap"), "hooks");

        var packed = Pack();
        using var functions = ZipFile.OpenRead(packed.Functions);
        using var hooks = ZipFile.OpenRead(packed.Hooks!);

        Assert.Equal(("program", "hooks"), (Text(functions, "bootstrap"), Text(hooks, "bootstrap")));
        Assert.Equal(["bootstrap", "contactcenter.json"], functions.Entries.Select(entry => entry.FullName));
        Assert.Equal(["bootstrap", "contactcenter.json"], hooks.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public void Hooks_are_what_all_others_are_where_they_have_no_executable_of_their_own() => Assert.Null(Pack().Hooks);

    [Fact]
    public void The_console_has_the_articles_of_the_deployment_where_they_are_edited_and_never_those_of_the_sample()
    {
        File.WriteAllText(Path.Combine(_folder, "knowledge.cck"), "of the sample");
        File.WriteAllText(Path.Combine(_folder, $"{ConsoleFunction.Handler}.dll"), "console");
        var articles = KnowledgeBase.Build([new() { Id = "a", Language = "en", Title = "Title", Answer = "Answer." }]);

        using var edited = ZipFile.OpenRead(Pack(articles, isEdited: true).Console!);
        using var other = ZipFile.OpenRead(Pack(articles, isEdited: false).Console!);

        using var file = edited.GetEntry("knowledge.cck")!.Open();
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        Assert.Equal(KnowledgeFile.Write(articles), bytes.ToArray());
        Assert.Null(other.GetEntry("knowledge.cck"));
    }

    [Fact]
    public void Functions_without_their_model_are_not_taken_for_published()
    {
        Assert.True(FunctionPackage.IsPublished(_folder));
        File.Delete(Path.Combine(_folder, "contact-topics.ccm"));

        Assert.False(FunctionPackage.IsPublished(_folder));
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _packed.ForEach(packed => packed.Dispose());
        File.Delete(_configuration);
    }

    private PackedFunctions Pack()
    {
        _packed.Add(FunctionPackage.Pack(_folder, _configuration, knowledge: null));
        return _packed[^1];
    }

    private PackedFunctions Pack(KnowledgeBase articles, bool isEdited)
    {
        _packed.Add(FunctionPackage.Pack(_folder, _configuration, articles, console: _folder, isEdited));
        return _packed[^1];
    }

    private static string Text(ZipArchive package, string name)
    {
        using var reader = new StreamReader(package.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static UnixFileMode ModeOf(ZipArchive package, string name) =>
        (UnixFileMode)((package.GetEntry(name)!.ExternalAttributes >> 16) & 0x1FF);
}
