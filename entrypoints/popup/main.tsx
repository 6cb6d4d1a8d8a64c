document.title = 'ArchVD';
