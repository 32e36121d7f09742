#if !NET
using System.ComponentModel;

namespace System.Diagnostics.CodeAnalysis;

/// <summary>Lets the compiler write a record's copy constructor for netstandard2.0, whose library lacks this type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Constructor, Inherited = false)]
internal sealed class SetsRequiredMembersAttribute : Attribute;
#endif
