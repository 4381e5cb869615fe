using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ContactCenter.Aws.Tests")]
[assembly: InternalsVisibleTo("ContactCenter.Embedded")]
[assembly: InternalsVisibleTo("ContactCenter.Embedded.Tests")]
[assembly: InternalsVisibleTo("ContactCenter.Fuzz")]
[assembly: InternalsVisibleTo("ContactCenter.Functions.Benchmarks")]
