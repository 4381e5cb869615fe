using System.Buffers.Binary;
using System.Text;

namespace ContactCenter.Infra.Packaging;

/// <summary>
/// Which glibc an executable asks for: the versions of the symbols that it takes from other libraries, as the linker wrote them (ELF,
/// section <c>.gnu.version_r</c>; LSB Core specification, "Symbol Versioning"). A host newer than Amazon Linux 2023 links what does not
/// start there.
/// </summary>
internal static class NeededGlibc
{
    /// <summary>What Amazon Linux 2023, and so the runtime <c>provided.al2023</c>, has.</summary>
    public static readonly Version Provided = new(2, 34);

    private const uint NeededVersions = 0x6ffffffe;
    private const ushort X64 = 0x3e;
    private const int SectionHeader = 64;
    private const string Prefix = "GLIBC_";

    private static ReadOnlySpan<byte> Elf64LittleEndian => [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1];

    /// <summary>The newest version that is asked for; null when none is.</summary>
    /// <exception cref="InvalidDataException">It is no executable of 64-bit Linux on x64, or is cut off.</exception>
    public static Version? Of(ReadOnlySpan<byte> executable)
    {
        if (!executable.StartsWith(Elf64LittleEndian))
        {
            throw new InvalidDataException("it is no executable of 64-bit Linux");
        }

        try
        {
            if (Short(executable, 0x12) is not X64 and var processor)
            {
                throw new InvalidDataException(
                    $"it is for another processor than x64 (found machine {processor} in its header, expected {X64})");
            }

            Version? newest = null;
            var headers = executable[(int)Long(executable, 0x28)..];
            for (var i = 0; i < Short(executable, 0x3c); i++)
            {
                var header = headers[(i * SectionHeader)..];
                if (Int(header, 4) == NeededVersions)
                {
                    var names = headers[((int)Int(header, 40) * SectionHeader)..];
                    newest = Newest(newest, executable[(int)Long(header, 24)..], executable[(int)Long(names, 24)..]);
                }
            }

            return newest;
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw new InvalidDataException("the executable is cut off", exception);
        }
    }

    /// <summary>Of each library that is needed, each version of its symbols that is needed.</summary>
    private static Version? Newest(Version? newest, ReadOnlySpan<byte> library, ReadOnlySpan<byte> names)
    {
        while (true)
        {
            var version = library[(int)Int(library, 8)..];
            for (var i = 0; i < Short(library, 2); i++)
            {
                var told = Read(names[(int)Int(version, 8)..]);
                newest = newest is null || told > newest ? told ?? newest : newest;
                version = version[(int)Int(version, 12)..];
            }

            if (Int(library, 12) == 0)
            {
                return newest;
            }

            library = library[(int)Int(library, 12)..];
        }
    }

    /// <summary>
    /// The version in a name such as <c>GLIBC_2.34</c>; a name without one, such as <c>GLIBC_ABI_DT_RELR</c>, is of a glibc after 2.34.
    /// </summary>
    private static Version? Read(ReadOnlySpan<byte> name)
    {
        var text = Encoding.ASCII.GetString(name[..name.IndexOf((byte)0)]);
        return !text.StartsWith(Prefix, StringComparison.Ordinal) ? null
            : Version.TryParse(text[Prefix.Length..], out var version) ? version
            : new Version(Provided.Major, Provided.Minor + 1);
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Int(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static ulong Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
}
