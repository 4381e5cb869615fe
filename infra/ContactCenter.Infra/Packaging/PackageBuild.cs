namespace ContactCenter.Infra.Packaging;

/// <summary>
/// Makes the package of the functions when what it is made from has changed, natively compiled where that can be had. What was tried is
/// noted beside the package, a failure too, so that a second deployment publishes nothing.
/// </summary>
/// <param name="folder">Where packages are kept.</param>
/// <param name="inputs">The hash of what they are made from.</param>
/// <param name="publish">Makes a package in a folder; null when it did, else why it could not.</param>
/// <param name="log">Takes what people should know.</param>
internal sealed class PackageBuild(string folder, string inputs, Func<PackageKind, string, string?> publish, TextWriter log)
{
    /// <summary>Where natively compiled functions can be made that start on Amazon Linux 2023.</summary>
    private const string Elsewhere =
        "a container of amazonlinux:2023 with the .NET SDK, gcc and zlib-devel makes natively compiled ones (docs/design/functions.md); "
        + "-c native=on tries again";

    private const string LinksTo = "links them to glibc ";

    /// <summary>What the native compiler says where none is installed: "Platform linker ('clang' or 'gcc') not found in PATH".</summary>
    private const string NoLinker = "linker";

    /// <summary>The folder of a package that is as its sources are now; null after the reason was told why there is none.</summary>
    public string? Ensure(NativeChoice choice)
    {
        if (choice != NativeChoice.Off)
        {
            // who insists has mended the tool chain
            var (native, problem) = Ensure(PackageKind.Native, tryAgain: choice == NativeChoice.On);
            if (problem is null)
            {
                return native;
            }

            log.WriteLine($"the functions are not natively compiled: {problem}; {Elsewhere}");
            if (choice == NativeChoice.On)
            {
                return null;
            }
        }

        var (managed, failure) = Ensure(PackageKind.ReadyToRun, tryAgain: false);
        if (failure is not null)
        {
            log.WriteLine($"the functions could not be published: {failure}");
            return null;
        }

        return managed;
    }

    /// <summary>The folder of the console as its sources are now; null after the reason was told why there is none.</summary>
    public string? EnsureConsole()
    {
        var (console, failure) = Ensure(PackageKind.Console, tryAgain: false);
        if (failure is not null)
        {
            log.WriteLine($"the console could not be published: {failure}");
            return null;
        }

        return console;
    }

    private (string Package, string? Problem) Ensure(PackageKind kind, bool tryAgain)
    {
        var package = Path.Combine(folder, kind.ToString().ToLowerInvariant());
        var note = $"{package}.made";
        if (File.Exists(note) && File.ReadAllLines(note) is [var made, .. var told] && made == inputs && !(tryAgain && told.Length > 0))
        {
            log.WriteLine(
                $"{Name(kind)}: nothing has changed since {(told.Length == 0 ? "they were published" : "that was tried")}");
            return (package, told.FirstOrDefault());
        }

        if (Directory.Exists(package))
        {
            Directory.Delete(package, recursive: true);
        }

        log.WriteLine($"{Name(kind)}: publishing them, which takes minutes");
        var problem = publish(kind, package) ?? (kind == PackageKind.Native ? Unusable(package) : null);

        // a foreign tool chain stays as it is; sources that do not compile, or a feed that did not answer, are tried again
        if (problem is null || IsLasting(problem))
        {
            Directory.CreateDirectory(folder);
            File.WriteAllLines(note, problem is null ? [inputs] : [inputs, problem.ReplaceLineEndings(" ")]);
        }

        return (package, problem);
    }

    /// <summary>Why natively compiled functions would not start on Amazon Linux 2023; null when they would.</summary>
    /// <param name="package">Their folder.</param>
    public static string? Unusable(string package) => FunctionPackage.Executables(package).Select(UnusableExecutable).FirstOrDefault(
        static problem => problem is not null);

    private static string? UnusableExecutable(string path)
    {
        try
        {
            var needed = NeededGlibc.Of(File.ReadAllBytes(path));
            return needed > NeededGlibc.Provided
                ? $"the machine that made them {LinksTo}{needed}, and Amazon Linux 2023 has {NeededGlibc.Provided}"
                : null;
        }
        catch (InvalidDataException exception)
        {
            return $"{FunctionPackage.Executable}: {exception.Message}";
        }
    }

    private static bool IsLasting(string problem) =>
        problem.Contains(LinksTo, StringComparison.Ordinal) || problem.Contains(NoLinker, StringComparison.OrdinalIgnoreCase);

    private static string Name(PackageKind kind) => kind switch
    {
        PackageKind.Native => "functions, natively compiled",
        PackageKind.Console => "pages of the console, ReadyToRun",
        _ => "functions, ReadyToRun",
    };
}

/// <summary>How the functions are compiled.</summary>
internal enum PackageKind
{
    /// <summary>One executable for the runtime <c>provided.al2023</c>.</summary>
    Native,

    /// <summary>Assemblies, compiled ahead, for the managed runtime <c>dotnet10</c>.</summary>
    ReadyToRun,

    /// <summary>The console, compiled ahead, for the managed runtime, with the framework of ASP.NET Core that this has.</summary>
    Console,
}

/// <summary>Whether natively compiled functions are wanted: <c>cdk deploy -c native=auto|on|off</c>.</summary>
internal enum NativeChoice
{
    /// <summary>Where they can be made here.</summary>
    Auto,

    /// <summary>In any case; else nothing is deployed.</summary>
    On,

    /// <summary>In no case.</summary>
    Off,
}
