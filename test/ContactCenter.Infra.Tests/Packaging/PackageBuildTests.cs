using ContactCenter.Infra.Packaging;

namespace ContactCenter.Infra.Tests.Packaging;

public sealed class PackageBuildTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("contactcenter-packages-").FullName;
    private readonly StringWriter _log = new();
    private readonly List<PackageKind> _published = [];
    private byte[] _executable = LinkedExecutable.Host;
    private string? _nativeProblem;
    private string? _managedProblem;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_functions_are_natively_compiled_where_they_can_be()
    {
        Assert.True(File.Exists(Path.Combine(Ensure(NativeChoice.Auto)!, FunctionPackage.Executable)));
        Assert.Equal([PackageKind.Native], _published);
    }

    [Fact]
    public void A_second_deployment_publishes_nothing()
    {
        var first = Ensure(NativeChoice.Auto);

        Assert.Equal(first, Ensure(NativeChoice.Auto));
        Assert.Equal([PackageKind.Native], _published);
        Assert.Contains("nothing has changed", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_changed_is_published_again()
    {
        _ = Ensure(NativeChoice.Auto);
        _ = Ensure(NativeChoice.Auto, inputs: "other");

        Assert.Equal([PackageKind.Native, PackageKind.Native], _published);
    }

    [Fact]
    public void Without_the_tool_chain_they_are_ReadyToRun_and_the_reason_is_told()
    {
        _nativeProblem = "error : Platform linker ('clang' or 'gcc') not found in PATH";

        Assert.False(File.Exists(Path.Combine(Ensure(NativeChoice.Auto)!, FunctionPackage.Executable)));
        Assert.Contains("Platform linker ('clang' or 'gcc') not found", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_compiled_natively_is_not_tried_at_each_deployment()
    {
        _nativeProblem = "no linker";
        _ = Ensure(NativeChoice.Auto);
        _ = Ensure(NativeChoice.Auto);

        Assert.Equal([PackageKind.Native, PackageKind.ReadyToRun], _published);
    }

    [Fact]
    public void Who_insists_on_native_code_after_mending_the_tool_chain_gets_it()
    {
        _nativeProblem = "no linker";
        _ = Ensure(NativeChoice.Auto);
        _nativeProblem = null;

        Assert.NotNull(Ensure(NativeChoice.On));
        Assert.Equal([PackageKind.Native, PackageKind.ReadyToRun, PackageKind.Native], _published);
    }

    [Fact]
    public void What_is_linked_to_a_newer_glibc_is_not_deployed_and_where_it_can_be_made_is_told()
    {
        _executable = LinkedExecutable.AskingFor("GLIBC_2.99");

        Assert.False(File.Exists(Path.Combine(Ensure(NativeChoice.Auto)!, FunctionPackage.Executable)));
        Assert.Contains("links them to glibc 2.99", _log.ToString(), StringComparison.Ordinal);
        Assert.Contains("a container of amazonlinux:2023", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_linked_for_another_processor_is_not_deployed()
    {
        _executable = LinkedExecutable.ForArm64();

        Assert.False(File.Exists(Path.Combine(Ensure(NativeChoice.Auto)!, FunctionPackage.Executable)));
        Assert.Contains("another processor than x64 (found machine 183", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_insists_on_native_code_gets_no_other()
    {
        _nativeProblem = "no linker";

        Assert.Null(Ensure(NativeChoice.On));
        Assert.Equal([PackageKind.Native], _published);
    }

    [Fact]
    public void Who_wants_no_native_code_does_not_wait_for_it()
    {
        _ = Ensure(NativeChoice.Off);

        Assert.Equal([PackageKind.ReadyToRun], _published);
    }

    [Fact]
    public void Sources_that_do_not_compile_are_told_and_tried_again()
    {
        _managedProblem = "error CS1002: ; expected";

        Assert.Null(Ensure(NativeChoice.Off));
        Assert.Null(Ensure(NativeChoice.Off));
        Assert.Equal([PackageKind.ReadyToRun, PackageKind.ReadyToRun], _published);
        Assert.Contains("error CS1002", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_that_passes_is_not_remembered()
    {
        _nativeProblem = "error NU1301: Unable to load the service index";
        _ = Ensure(NativeChoice.Auto);
        _nativeProblem = null;

        Assert.True(File.Exists(Path.Combine(Ensure(NativeChoice.Auto)!, FunctionPackage.Executable)));
    }

    private string? Ensure(NativeChoice choice, string inputs = "inputs") =>
        new PackageBuild(_folder, inputs, Publish, _log).Ensure(choice);

    private string? Publish(PackageKind kind, string folder)
    {
        _published.Add(kind);
        if ((kind == PackageKind.Native ? _nativeProblem : _managedProblem) is { } problem)
        {
            return problem;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllBytes(
            Path.Combine(folder, kind == PackageKind.Native ? FunctionPackage.Executable : $"{FunctionPackage.Handler}.dll"), _executable);
        return null;
    }
}
